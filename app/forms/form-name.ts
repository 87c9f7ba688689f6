/** Which form of a page was sent, by the name that it was given; null for one without. The request can still be read. */
export async function formName(request: Request): Promise<string | null> {
  try {
    const name = (await request.clone().formData()).get("form");
    return typeof name === "string" ? name : null;
  } catch {
    return null;
  }
}

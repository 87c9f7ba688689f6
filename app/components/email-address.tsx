/** An address that breaks before its @ where it does not fit, and nowhere else if it can be helped. */
export function EmailAddress({ children }: { children: string }) {
  const at = children.lastIndexOf("@");
  return (
    <>
      {children.slice(0, at)}
      <wbr />
      {children.slice(at)}
    </>
  );
}

import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const FORMS = fileURLToPath(new URL("../../app/forms", import.meta.url));

/** Every schema that a file of forms exports by a name that ends in Form. */
export async function allForms(): Promise<[string, z.ZodType][]> {
  const files = readdirSync(FORMS).filter((file) => file.endsWith(".ts") && !file.includes(".test."));
  const modules = await Promise.all(
    files.map((file): Promise<Record<string, unknown>> => import(`../../app/forms/${file.slice(0, -3)}.ts`)),
  );
  return modules
    .flatMap((module) => Object.entries(module))
    .filter((entry): entry is [string, z.ZodType] => /Form$/.test(entry[0]) && entry[1] instanceof z.ZodType);
}

/** The fields of a form that take a UUID somewhere in them. */
export function idFieldsOf(schema: unknown): string[] {
  if (schema instanceof z.ZodPipe) return [...idFieldsOf(schema.in), ...idFieldsOf(schema.out)];
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(idFieldsOf);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([name, field]) => (takesId(field) ? [name] : []));
}

function takesId(field: unknown): boolean {
  if (field instanceof z.ZodUUID) return true;
  if (field instanceof z.ZodPipe) return takesId(field.in) || takesId(field.out);
  if (field instanceof z.ZodUnion) return field.options.some(takesId);
  if (field instanceof z.ZodArray) return takesId(field.element);
  if (field instanceof z.ZodObject) return Object.values(field.shape).some(takesId);
  if (field instanceof z.ZodNullable || field instanceof z.ZodOptional || field instanceof z.ZodDefault)
    return takesId(field.unwrap());
  return false;
}

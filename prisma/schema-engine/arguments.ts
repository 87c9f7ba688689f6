import { existsSync, readFileSync } from "node:fs";

const NO_MODELS = 'datasource db {\n  provider = "postgresql"\n}\n';

export type Arguments = {
  command: "version" | "can-connect-to-database" | "serve";
  url: string;
  datamodels: [string, string][];
};

function datamodelFiles(argv: string[]): string[] {
  const start = argv.indexOf("--datamodels");
  if (start < 0) return [];
  const rest = argv.slice(start + 1);
  const end = rest.findIndex((word) => word.startsWith("--") || !existsSync(word));
  return end < 0 ? rest : rest.slice(0, end);
}

/** Reads the command line that Prisma starts its engine with. */
export function readArguments(argv: string[]): Arguments {
  const at = argv.indexOf("--datasource");
  const datasource: { url?: string } = at < 0 ? {} : JSON.parse(argv[at + 1] ?? "{}");
  const files = datamodelFiles(argv).map((path): [string, string] => [path, readFileSync(path, "utf8")]);
  return {
    command: argv.includes("--version")
      ? "version"
      : argv.includes("can-connect-to-database")
        ? "can-connect-to-database"
        : "serve",
    url: datasource.url ?? process.env["DATABASE_URL"] ?? "",
    datamodels: files.length > 0 ? files : [["schema.prisma", NO_MODELS]],
  };
}

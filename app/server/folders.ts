import { fileURLToPath } from "node:url";

const checkout = new URL("../../", import.meta.url);

export const folders = {
  checkout: fileURLToPath(checkout),
  migrations: fileURLToPath(new URL("prisma/migrations", checkout)),
  clientFiles: fileURLToPath(new URL("build/client", checkout)),
};

export const serverBundle = new URL("build/server/index.js", checkout);

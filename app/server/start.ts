import { startHttpServer } from "./http-server";

const server = await startHttpServer({
  host: process.env.HOST ?? "127.0.0.1",
  port: Number(process.env.PORT ?? 3000),
});
console.log(`Greenroom is at ${server.url}`);

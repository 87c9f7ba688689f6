import { z } from "zod";

const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must be a PostgreSQL address (postgres://…)",
});

const environment = z
  .object({
    PORT: z.coerce
      .number({ error: "must be a port number from 0 to 65535" })
      .int("must be a port number from 0 to 65535")
      .min(0, "must be a port number from 0 to 65535")
      .max(65_535, "must be a port number from 0 to 65535")
      .default(3000),
    HOST: z.string().min(1, "must not be empty").default("127.0.0.1"),
    DATABASE_URL: postgresUrl.optional(),
    MIGRATION_DATABASE_URL: postgresUrl.optional(),
    DATA_DIR: z.string().min(1, "must not be empty").default(".data"),
    APP_ORIGIN: z
      .url({ protocol: /^https?$/, error: "must be an address such as https://greenroom.example.org" })
      .refine((value) => !URL.canParse(value) || new URL(value).origin === value, {
        error: "must be an origin alone: no path and no slash at the end",
      })
      .optional(),
    TRUSTED_PROXIES: z.coerce
      .number({ error: "must be a number from 0 to 9" })
      .int("must be a number from 0 to 9")
      .min(0, "must be a number from 0 to 9")
      .max(9, "must be a number from 0 to 9")
      .default(0),
    SESSION_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be a mail server's address (smtp://…)" }).optional(),
    METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
    LOG_LEVEL: z
      .enum(["fatal", "error", "warn", "info", "debug", "silent"], {
        error: "must be fatal, error, warn, info, debug or silent",
      })
      .default("info"),
  })
  .superRefine((values, context) => {
    if (values.DATABASE_URL && !values.SESSION_SECRET)
      context.addIssue({
        code: "custom",
        path: ["SESSION_SECRET"],
        message: "must be given together with DATABASE_URL (at least 32 random characters)",
      });
    if (values.MIGRATION_DATABASE_URL && !values.DATABASE_URL)
      context.addIssue({
        code: "custom",
        path: ["MIGRATION_DATABASE_URL"],
        message: "needs DATABASE_URL beside it",
      });
  });

export type Configuration = {
  port: number;
  host: string;
  /** The address people type; null until the port is known when PORT is 0. */
  origin: string | null;
  /** How many proxies of our own stand in front. */
  trustedProxies: number;
  dataDirectory: string;
  /** null: Greenroom runs its own PostgreSQL. */
  database: { applicationUrl: string; ownerUrl: string } | null;
  /** null: made once and kept in the data directory. */
  sessionSecret: string | null;
  /** null: no mail leaves; people get codes on paper. */
  smtpUrl: string | null;
  /** Whoever asks for /metrics has to send it; null: there is no such page. */
  metricsToken: string | null;
  logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "silent";
};

export type ConfigurationOutcome =
  { ok: true; configuration: Configuration } | { ok: false; problems: string[] };

/** Reads the settings from the environment. Empty variables count as absent; problems never repeat a value, which may be a secret. */
export function readConfiguration(source: Record<string, string | undefined>): ConfigurationOutcome {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`),
    };
  const values = parsed.data;
  return {
    ok: true,
    configuration: {
      port: values.PORT,
      host: values.HOST,
      origin: values.APP_ORIGIN ?? (values.PORT === 0 ? null : `http://localhost:${values.PORT}`),
      trustedProxies: values.TRUSTED_PROXIES,
      dataDirectory: values.DATA_DIR,
      database: values.DATABASE_URL
        ? {
            applicationUrl: values.DATABASE_URL,
            ownerUrl: values.MIGRATION_DATABASE_URL ?? values.DATABASE_URL,
          }
        : null,
      sessionSecret: values.SESSION_SECRET ?? null,
      smtpUrl: values.SMTP_URL ?? null,
      metricsToken: values.METRICS_TOKEN ?? null,
      logLevel: values.LOG_LEVEL,
    },
  };
}

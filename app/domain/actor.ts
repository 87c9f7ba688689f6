import type { Role } from "./record/fields";

/** Who acts: a person signed in to one organisation. Roles are read anew for each request. */
export type Actor = { organisationId: string; userId: string; roles: readonly Role[] };

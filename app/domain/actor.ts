import type { Role } from "./record/fields";

/**
 * Who acts: a person signed in to one organisation. Roles are read anew for each request, and only those in force
 * (`second-step.ts`) are here. `confirmedAt`: when they last gave their second step in this login, an ISO 8601 instant.
 */
export type Actor = {
  organisationId: string;
  userId: string;
  roles: readonly Role[];
  confirmedAt?: string | null;
};

import { expect } from "vitest";
import { joinWithAccountByCode } from "../factories/newcomer";
import { makeMember, makeOrganisation, PASSWORD } from "../factories/organisation";
import { ask } from "../support/ask";
import { loginToken } from "../support/login-token";
import { pastPolicies } from "../support/owner";
import { test } from "../support/served";

const NAME = "Otterburn Youth Theatre";

// The first of these tests to run may have to build the application.
test(
  "no page of somebody's account names their other organisations to who came in by a provider",
  { timeout: 300_000 },
  async ({ served: { origin }, database }) => {
    const [first, other] = [await makeOrganisation(), await makeOrganisation()];
    const { organisationId } = other;
    const rename = "UPDATE organisation SET name = $2 WHERE id = $1";
    await pastPolicies(database.ownerUrl, "organisation", rename, [organisationId, NAME]);
    const person = await makeMember(first, ["planner"]);
    const email = `${person.userId}@lanternmoor.example`;
    await joinWithAccountByCode(other, { email, password: PASSWORD, roles: ["planner"] });
    await loginToken({ ...person, organisationId });
    const pagesOf = async (means: "password" | "provider") => {
      const cookie = `greenroom=${await loginToken(person, { means })}`;
      const paths = ["/account", "/account/organisations", "/account/passkeys", "/account/resets"];
      const answers = paths.map((path) => ask(origin, { method: "GET", path, headers: { cookie } }));
      return Promise.all(answers);
    };
    const [byPassword, byProvider] = [await pagesOf("password"), await pagesOf("provider")];
    expect(byPassword.map(({ body }) => body.includes(NAME))).toEqual([true, true, false, false]);
    for (const { body } of byPassword) expect(body).toContain("Switch organisation");
    for (const { status, body } of byProvider) {
      expect(status).toBe(200);
      expect(body).not.toContain(NAME);
      expect(body).not.toContain(organisationId);
      expect(body).not.toContain("Switch organisation");
    }
  },
);

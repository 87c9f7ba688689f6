import type { Adult } from "~/domain/record/adult";
import { AMINA } from "./lanternmoor";

/** An adult of the organisation: 18 or over, cleared for the role, checked, trained and free. */
export function anAdult(name: string, changes: Partial<Adult> = {}): Adult {
  const slug = name.toLowerCase().replaceAll(" ", "-");
  return {
    id: slug,
    name,
    email: `${slug.replaceAll("-", ".")}@lanternmoor.example`,
    over18: { by: AMINA, recordedAt: "2026-09-01T09:00:00Z", answer: true },
    vetting: [aCheck(slug, "2025-05-12")],
    training: [
      {
        id: `training-${slug}`,
        title: "Safeguarding young people online",
        completedOn: "2026-03-10",
        recordedAt: "2026-03-11T09:00:00Z",
      },
    ],
    stoodDownAt: null,
    differsFrom: [],
    otherSessions: [],
    ...changes,
  };
}

/** A vetting check issued on `issuedOn`, whose re-check follows from the policy's interval. */
export function aCheck(
  slug: string,
  issuedOn: string,
  changes: Partial<Adult["vetting"][number]> = {},
): Adult["vetting"][number] {
  return {
    id: `check-${slug}-${issuedOn}`,
    scheme: "dbs",
    level: "enhanced",
    workforce: "child",
    issuedOn,
    recheckDue: null,
    updateService: false,
    lastStatusCheckOn: null,
    clearedForRole: true,
    clearedOn: issuedOn,
    recordedAt: `${issuedOn}T12:00:00Z`,
    ...changes,
  };
}

/** The adults whom every shared session is planned with. */
export function lanternmoorAdults(): Adult[] {
  return [
    anAdult("Odalys Fennimore"),
    anAdult("Tamsin Quillbright"),
    anAdult("Brogan Ashdune"),
    anAdult("Petra Hollowell"),
    anAdult("Wren Castellow"),
  ];
}

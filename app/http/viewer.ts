import type { Viewer } from "~/components/header";
import { may, seesRedactedOnly, type Action } from "~/domain/permissions";
import { paths } from "~/paths";
import type { SignedInHere } from "./signed-in.server";

const navigation: { label: string; to: string; action: Action; hidesFromReviewers?: boolean }[] = [
  { label: "Your tasks", to: paths.home, action: "session.view", hidesFromReviewers: true },
  { label: "Sessions", to: paths.sessions, action: "session.view", hidesFromReviewers: true },
  { label: "Adults", to: paths.adults, action: "adult.view" },
  { label: "Platforms", to: paths.platforms, action: "platform.view" },
  { label: "Records", to: paths.records, action: "record.export_redacted" },
  { label: "Settings", to: paths.settings, action: "organisation.view" },
];

/** Who is signed in as the header shows it: the parts that they may use, be it after their second step. */
export function viewerOf({ holder, name, organisationName }: SignedInHere, hasOthers: boolean): Viewer {
  return {
    name,
    organisation: organisationName,
    hasOthers,
    navigation: navigation
      .filter(
        ({ action, hidesFromReviewers }) =>
          may(holder, action) && !(hidesFromReviewers && seesRedactedOnly(holder)),
      )
      .map(({ label, to }) => ({ label, to })),
  };
}

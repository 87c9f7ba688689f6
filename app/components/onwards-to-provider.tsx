import { useEffect } from "react";
import { LinkButton } from "./button";
import { PageHeading } from "./page-heading";

export type Onwards = { address: string; host: string };

/**
 * Leads to the provider by a link: our pages may send forms to ourselves alone, and what answers a form may not lead
 * elsewhere either. Where scripts run nobody has to press it.
 */
export function OnwardsToProvider({ address, host }: Onwards) {
  useEffect(() => window.location.assign(address), [address]);
  return (
    <div className="app-narrow">
      <PageHeading
        title="Go on to your organisation’s sign-in"
        lead={`It is at ${host}. You come back here afterwards.`}
      />
      <LinkButton to={address} reload>
        Go on
      </LinkButton>
    </div>
  );
}

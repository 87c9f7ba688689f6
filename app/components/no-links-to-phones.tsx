import { EmptyState } from "./empty-state";

/** Stands where links to young people would, on a Greenroom whose address their phones cannot open. */
export function NoLinksToPhones() {
  return (
    <EmptyState title="Links do not reach phones from here">
      This Greenroom runs at an address that no phone can open safely. Whoever looks after it sets{" "}
      <code>APP_ORIGIN</code> to an address that begins with https. Until then, ask on paper, by phone or in
      person, and record the answers.
    </EmptyState>
  );
}

import type { ReactNode } from "react";

/** A page that is also kept on paper: each sheet says which record it belongs to and as of when, beside its number. */
export function PrintSheet({ reference, children }: { reference: string; children: ReactNode }) {
  return (
    <div className="app-sheet">
      <div className="app-sheet__reference">
        <p>{reference}</p>
      </div>
      <div className="app-sheet__body">{children}</div>
    </div>
  );
}

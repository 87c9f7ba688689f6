import type { ChangeLine } from "./change-lines";

/** What changed, each with what it was and is where that can be said plainly. */
export function ChangeList({ lines }: { lines: ChangeLine[] }) {
  return (
    <ul className="app-changes">
      {lines.map(({ what, was, is }) => (
        <li key={what + was + is}>
          <span className="app-changes__what">{what}</span>
          {was !== null && is !== null ? (
            <span className="app-changes__values">
              <span>
                <span className="app-changes__label">Was</span> {was}
              </span>
              <span>
                <span className="app-changes__label">Is now</span> {is}
              </span>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

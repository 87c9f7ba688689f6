/** The green room's lamp: Greenroom's mark. */
export function Lamp({ className }: { className: string }) {
  return (
    <svg className={className} viewBox="0 0 26 26" aria-hidden="true" focusable="false">
      <circle cx="13" cy="13" r="12" fill="#f2c14e" opacity="0.28" />
      <circle cx="13" cy="13" r="7.5" fill="#f2c14e" />
    </svg>
  );
}

/** A yard with free places and one block being set down. */
export function EmptyPicture() {
  return (
    <svg width="168" height="84" viewBox="0 0 168 84" fill="none" aria-hidden className="mx-auto mb-5 block">
      <g stroke="var(--line-strong)" strokeWidth="1.5" strokeDasharray="3 3.5">
        <rect x="15" y="48" width="28" height="28" rx="4" />
        <rect x="51" y="48" width="28" height="28" rx="4" />
        <rect x="87" y="48" width="28" height="28" rx="4" />
        <rect x="51" y="12" width="28" height="28" rx="4" />
      </g>
      <rect x="123" y="48" width="28" height="28" rx="4" fill="var(--pressed)" />
      <rect x="88" y="9" width="28" height="28" rx="4" fill="var(--k-brand)" transform="rotate(8 102 23)" />
      <path d="M4 80.5h160" stroke="var(--line-ctl)" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  );
}

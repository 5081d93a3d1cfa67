import { architectureStyles } from "@/lib/export/charts/architecture-style";
import type { Architecture } from "@/lib/model/architectures";

const shapes = {
  circle: <circle cx="14" cy="6" r="4" />,
  rect: <rect x="10.5" y="2.5" width="7" height="7" />,
  triangle: <path d="M14 1.5 18.5 10h-9z" />,
  rectRot: <path d="M14 1 19 6l-5 5-5-5z" />,
};

/** The line and marker of an architecture, beside its name. */
export function ArchitectureMark({ architecture }: { architecture: Architecture }) {
  const { colour, dash, marker } = architectureStyles[architecture];
  return (
    <svg width="28" height="12" viewBox="0 0 28 12" aria-hidden="true" focusable="false" style={{ flex: "none" }}>
      <path d="M0 6h28" stroke={`var(${colour})`} strokeWidth="2" strokeDasharray={dash.join(" ")} />
      <g fill={`var(${colour})`} stroke="var(--paper)" strokeWidth="1">
        {shapes[marker]}
      </g>
    </svg>
  );
}

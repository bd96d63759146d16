import type { SeatSummary } from "#domain/seat/queries.ts";

type SeatBarProps = { seats: SeatSummary; label: string };

/** Repeats in a picture what the words above it say: taken filled, kept hatched, free empty. */
export function SeatBar({ seats: { capacity, taken, kept }, label }: SeatBarProps) {
  return (
    <svg
      className="bar"
      viewBox={`0 0 ${capacity} 1`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <rect className="taken" width={taken} height="1" />
      {/* A pattern would be stretched with the bar: strips stand for hatching. */}
      {Array.from({ length: kept * 2 }, (_, strip) => taken + strip / 2).map((x) => (
        <rect key={x} className="kept" x={x} width="0.25" height="1" />
      ))}
    </svg>
  );
}

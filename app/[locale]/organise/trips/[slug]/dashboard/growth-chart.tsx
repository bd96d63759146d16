import { getTranslations } from "next-intl/server";
import { formatDateShort, type IsoDate } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";

type GrowthChartProps = { line: { date: IsoDate; active: number }[]; locale: Locale };

const [width, height] = [420, 170];
const frame = { left: 34, right: 8, top: 10, bottom: 24 };

/** Registrations that were not withdrawn, by the end of each day. */
export async function GrowthChart({ line, locale }: GrowthChartProps) {
  const t = await getTranslations("organise.dashboard");
  const most = Math.max(1, ...line.map(({ active }) => active));
  const x = (index: number) =>
    frame.left + (index / Math.max(1, line.length - 1)) * (width - frame.left - frame.right);
  const y = (active: number) =>
    height - frame.bottom - (active / most) * (height - frame.top - frame.bottom);
  const path = line.map(
    ({ active }, index) => `${index ? "L" : "M"}${x(index).toFixed(1)} ${y(active).toFixed(1)}`,
  );
  const [first, last] = [line[0], line.at(-1)];
  return (
    <section>
      <h2>{t("growth")}</h2>
      <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t("growth")}>
        <path className="axis" d={`M${frame.left} ${frame.top}V${y(0)}H${width - frame.right}`} />
        <path className="growth" d={path.join("")} />
        {line.length === 1 ? <circle cx={x(0)} cy={y(first?.active ?? 0)} r={4} /> : null}
        <text x={frame.left - 6} y={y(most) + 4} fontSize={14} textAnchor="end">
          {most}
        </text>
        <text x={frame.left - 6} y={y(0) + 4} fontSize={14} textAnchor="end">
          0
        </text>
        <text x={frame.left} y={height - 6} fontSize={14}>
          {first ? formatDateShort(first.date, locale) : ""}
        </text>
        {line.length > 1 ? (
          <text x={width - frame.right} y={height - 6} fontSize={14} textAnchor="end">
            {last ? formatDateShort(last.date, locale) : ""}
          </text>
        ) : null}
      </svg>
      <details className="as-table">
        <summary>{t("asTable")}</summary>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t("day")}</th>
              <th scope="col">{t("active")}</th>
            </tr>
          </thead>
          <tbody>
            {line.map(({ date, active }) => (
              <tr key={date}>
                <td>{formatDateShort(date, locale)}</td>
                <td>{active}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

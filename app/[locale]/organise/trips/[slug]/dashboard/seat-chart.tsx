import { getTranslations } from "next-intl/server";
import type { SeatBar, SeatsOf } from "#domain/dashboard/rules.ts";

type SeatChartProps = { bars: SeatBar[]; quotas: SeatsOf[] };

const row = 40;
const width = 420;
const frame = { left: 2, right: 12 };

/** Seats by municipality: filled are taken, outlined are kept and free, a stroke is the maximum. */
export async function SeatChart({ bars, quotas }: SeatChartProps) {
  if (bars.length === 0) return null;
  const t = await getTranslations("organise.dashboard");
  const scale = (share: number) => share * (width - frame.left - frame.right);
  return (
    <section>
      <h2>{t("seats")}</h2>
      <p className="small">{t("seatsKey")}</p>
      <svg
        className="chart"
        viewBox={`0 0 ${width} ${bars.length * row}`}
        role="img"
        aria-label={t("seats")}
      >
        {bars.map(({ name, taken, kept, limit }, index) => (
          <g key={name} transform={`translate(${frame.left} ${index * row})`}>
            <text x={0} y={12} fontSize={15}>
              {name}
            </text>
            <rect className="taken" x={0} y={20} width={scale(taken)} height={11} />
            <rect className="kept" x={scale(taken)} y={20} width={scale(kept)} height={11} />
            {limit === null ? null : <path className="limit" d={`M${scale(limit)} 17v17`} />}
          </g>
        ))}
      </svg>
      <details className="as-table">
        <summary>{t("asTable")}</summary>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t("municipality")}</th>
              <th scope="col">{t("taken")}</th>
              <th scope="col">{t("guaranteed")}</th>
              <th scope="col">{t("maximum")}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ name }) => {
              const one = quotas.find((quota) => quota.name === name);
              return (
                <tr key={name}>
                  <td>{name}</td>
                  <td>{one?.taken}</td>
                  <td>{one?.guaranteed}</td>
                  <td>{one?.maximum ?? "–"}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </details>
    </section>
  );
}

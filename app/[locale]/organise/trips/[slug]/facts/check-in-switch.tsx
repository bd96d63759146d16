import { getTranslations } from "next-intl/server";

type CheckInSwitchProps = { isOn: boolean; action: () => Promise<void> };

/** Whether people of the trip check in themselves, and the button that changes it. */
export async function CheckInSwitch({ isOn, action }: CheckInSwitchProps) {
  const t = await getTranslations("checkIn.switch");
  return (
    <section id="check-in">
      <h2>{t("title")}</h2>
      <p>{t("hint")}</p>
      <p>{t(isOn ? "isOn" : "isOff")}</p>
      <form action={action}>
        <p className="deeds">
          <button type="submit" className="button quiet">
            {t(isOn ? "off" : "on")}
          </button>
        </p>
      </form>
    </section>
  );
}

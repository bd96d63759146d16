/** An address to write to, which breaks behind its sign where it has to. */
export function MailLink({ address }: { address: string }) {
  const at = address.indexOf("@") + 1;
  return (
    <a href={`mailto:${address}`}>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </a>
  );
}

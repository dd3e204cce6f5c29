## Consents

consents-head = <b>Your permissions</b>
consent-stands = ✓ { $what } · given on { $date } (version { $version })
consent-not-given = ○ { $what } · not given
button-consent-back = Take back: { $what }
button-consent-show = Read and decide: { $what }
button-consent-yes = ✓ I agree
button-consent-no = ✗ I do not agree
consent-given = ✓ Your permission is kept: { $what }. You can see it and take it back at any time in /privacy.
consent-refused = All right: not given. Nothing else changes, and you can decide otherwise in /privacy.
consent-withdrawn = ✓ Taken back: { $what }. What rested on it is closed.
consents-may-be-given = <b>If you wish</b>, you can allow more. Each button first shows the whole text; not allowing it costs nothing.
consent-card-wanted = <b>There is a possible counterpart for your request <code>{ $number }</code>.</b> To show them your card without a name, your permission is needed:
consent-card =
    <b>Show my card without a name to possible counterparts in: { $country }</b>
    • <b>Purpose:</b> so that a possible counterpart can say whether it is interested
    • <b>Data:</b> type and size of your organisation, country, title, summary, sectors, stage, protection, cooperation and languages; never your name, contact or files
    • <b>Who receives them:</b> only counterparts that staff choose one by one, in the country named
    • <b>How long:</b> while the request is open
consent-release =
    <b>Give my name and contact to this counterpart</b>
    • <b>Purpose:</b> so that you can write to each other directly
    • <b>Data:</b> only the name and contact above, and the title of the request
    • <b>Who receives them:</b> only this counterpart, in the country named, and only if it agrees too
    • <b>How long:</b> once given they cannot be called back; until then you can withdraw
consent-abroad =
    <b>Let staff of the partner centre in this country read my data: { $country }</b>
    • <b>Purpose:</b> to work on your request from both ends
    • <b>Data:</b> your requests with name and contact, and your messages to the team
    • <b>Who receives them:</b> only staff of that partner centre; it is a transfer of data to another country
    • <b>How long:</b> while the request is open and up to 12 months after
consent-news =
    <b>Receive news and events in this chat</b>
    • <b>Purpose:</b> to tell you of calls, visits and seminars
    • <b>Data:</b> your chat number, your language and your sectors
    • <b>Who receives them:</b> only the centre's staff
    • <b>How long:</b> until you take it back
consent-common =
    • <b>Responsible:</b> the China–Chile innovation cooperation centre; contact: /human
    • <b>Rights:</b> /mydata, /forget, /privacy; you take it back with one tap in /privacy
    • Not agreeing costs nothing and limits nothing else
    • Telegram is a separate company; chats with bots are not end-to-end encrypted
consent-kind-request = Handle my requests
consent-kind-card = Show my card without a name
consent-kind-release = Give my name to a counterpart
consent-kind-abroad = Let the partner centre read my data
consent-kind-news = News and events

## Card without names

blind-head = <b>A possible counterpart for your request <code>{ $number }</code></b>
blind-head-by-hand = <b>What may be shown to them, without names</b>
blind-sample = 🧪 <b>An invented sample.</b> Nobody is behind it; it only shows how this works.
field-partner = Type and size
blind-summary =
    <b>Summary ({ $language }):</b>
    <blockquote>{ $words }</blockquote>
blind-gist = <b>In short:</b> { $words }
blind-period = <b>Dates:</b> { $from } – { $until }
blind-call = <b>Call:</b> { $words }
blind-why =
    <b>Why it fits</b>
    { $lines }
blind-check = <b>Worth checking:</b> { $parts }
blind-unknown = <b>Not known:</b> { $parts }
blind-masked = <i>{ $mark }: hidden until both sides agree.</i>
blind-what-now = Are you interested? Answering shows your name to nobody. You have 14 days.
button-card-accept = ✓ I am interested
button-card-ask = ? Ask something
button-card-decline = ✗ No, thanks

## What each side answers

pair-yes = ✓ Noted: you are interested. It is now up to the team and the other side; we will tell you here.
pair-ask = What would you like to know before you decide? Write it in one message, without anything that identifies you. To leave: /cancel
pair-question-passed = ✓ Your question is with the team. The card stays open: you can accept or decline it at any time.
pair-why-not = Why not? Your answer is for the team only and makes the next suggestions better.
pair-declined = Noted. We will not propose this counterpart again unless its text changes.
pair-name-given = ✓ Your permission is kept. Nothing is sent until both sides have given it and the team introduces you. You can take it back in /privacy.
pair-ended = About your request <code>{ $number }</code>: the counterpart we showed you is no longer available. We keep looking for others.
pair-gone = That proposal is no longer available. See your requests in /requests.
release-across = <b>Both sides want to meet.</b> The other side is in { $country }.
release-given =
    Only this would be given:
    <b>Name:</b> { $name }
    <b>Contact:</b> { $contact }
button-release-name = ✓ I agree, for this counterpart
button-keep-name = ✗ I do not agree
introduced =
    🤝 <b>Let us introduce you</b>
    Both sides accepted and agreed to be contacted.

    <b>{ $name }</b>
    { $what }
    { $title }
    <b>Contact:</b> { $contact }

    Write to each other when you like; the centre's team is at hand with /human.
introduced-person = a person acting for themselves
introduced-here = through this bot: write with /human and the team puts you in touch
pair-asked = This card waits for your answer.
pair-accepted = You have said that you are interested. We will tell you here.
pair-question = Your question is with the team.
pair-name-wanted = Your permission to give your name is still needed.
pair-released = You have agreed. The team still has to introduce you; we will tell you here.
pair-mutual = Both sides have agreed. The team will introduce you in this chat.
pair-over = That proposal is no longer open. See your requests in /requests.
pair-introduced = You have been introduced: the contact is further up in this chat.

## Staff: matches

button-approve = ✓ Approve M{ $number }
button-dismiss = ✗ Dismiss M{ $number }
button-answered = Question answered
button-hand-yes = ✓ They said yes and agree to give their contact
button-hand-no = ✗ They said no
button-introduce = 🤝 Introduce them
staff-read-across = 🔓 The partner centre in { $country } may read this too
staff-read-here = 🔒 Not to be shared with the partner centre in { $country }
staff-pair-gone = There is no open match M{ $number }.
staff-pair-stands = M{ $number } now stands at <b>{ $state }</b>. Nothing changed.
staff-pair-offered = ✓ M{ $number }: the first side has the card without names and 14 days to answer.
staff-pair-offered-sample = ✓ M{ $number }: the card went out marked as a sample. The organisation is invented: nobody can be introduced.
staff-pair-sample = 🧪 M{ $number } is an invented sample: there is nobody to reach and it cannot be introduced.
staff-pair-waits = M{ $number } is approved. One side has yet to let its card be shown; it has been asked, and the match goes on by itself once it agrees.
staff-pair-before = M{ $number } was offered before with these very texts. It is not offered twice.
staff-pair-why = Why is M{ $number } turned down?
staff-pair-dismissed = ✓ M{ $number } is closed.
staff-pair-accepted = ✓ M{ $number }: a side said it is interested.
staff-pair-declined = ✗ M{ $number }: a side said no. Reason: { $why }.
staff-pair-ended = M{ $number } has ended. Whoever had seen the card got a neutral word.
staff-pair-asked =
    💬 <b>A question about M{ $number }</b>
    <blockquote>{ $words }</blockquote>
    Reply to this message, without naming the other side. Then press the button and the card is shown again.
staff-pair-answered = ✓ M{ $number }: the card was shown again.
staff-pair-by-hand =
    ☎ <b>M{ $number }: please reach { $who } by hand</b>
    They have no chat with the bot. The first side has accepted.
staff-pair-by-hand-how = Show them only the above, without the other side's name, and note what they answer:
staff-pair-hand-yes = ✓ M{ $number }: noted. The first side is now asked to let its name be given.
staff-pair-mutual = 🤝 <b>M{ $number }: both sides accepted and let their names be given.</b> When you introduce them, each gets the other's name and contact at the same moment.
staff-pair-introduced = ✓ M{ $number }: both sides have the other's contact.
staff-introduce-how = Write the match's number: <code>/introduce 5</code>. If a side has no chat, add the contact it chose.
staff-introduce-contact = The contact that the other side chose is missing, for it has no chat. Write: <code>{ $command }</code>

## Staff: after an introduction

course-opened = 🤝 <b>M{ $number }: introduced.</b> How far have they come? After 14 days without news we will remind you.
course-moved = ✓ M{ $number }: <b>{ $course }</b> · 👤 { $who }
course-stands = M{ $number } is at <b>{ $course }</b>. Nothing changed.
course-none = M{ $number } has not been introduced yet.
course-which-agreement = What was agreed in M{ $number }?
course-why-none = Why was there no agreement in M{ $number }?
course-silent = ⏳ <b>M{ $number }: 14 days without news.</b> It is marked as stalled. How is it going?
course-how-goes-it = 📅 M{ $number } · { $course }: how is it going? (question { $time })
button-course-contacted = In touch
button-course-meeting = Meeting
button-course-negotiating = Negotiating
button-course-agreement = Agreement…
button-course-no-agreement = No agreement…

## States of a match

match-state-suggested = suggested
match-state-approved = approved, a permission is missing
match-state-offered-first = with the first side
match-state-accepted-first = accepted by the first side
match-state-offered-second = with the second side
match-state-mutual = both agreed: to be introduced
match-state-introduced = introduced
match-state-question = with a question
match-state-declined = declined
match-state-dismissed = dismissed
match-state-lapsed = not answered in time
match-state-stale = no longer valid

## Reasons

end-not-relevant = Not what is looked for
end-stage = The stage does not fit
end-conditions = The conditions do not fit
end-timing = Not the right time
end-has-partner = Already has a partner
end-capacity = No capacity
end-regulated = Regulated matter
end-same-group = Same group or organisation
end-sample = It is a sample
end-keeps-name = Does not give the name
end-other = Another reason

## Course of an introduction

course-assigned = introduced
course-contacted = in touch
course-meeting = meeting
course-negotiating = negotiating
course-agreement = agreement
course-no-agreement = no agreement
course-stalled = stalled
agreement-kind-mou = Memorandum (MoU)
agreement-kind-nda = Confidentiality (NDA)
agreement-kind-licence = Licence
agreement-kind-research = Joint research
agreement-kind-supply = Purchase or supply
agreement-kind-investment = Investment
agreement-kind-exchange = Stay or exchange
agreement-kind-other = Another agreement
no-agreement-no-fit = They did not fit
no-agreement-terms = Terms or price
no-agreement-funding = No funding
no-agreement-timing = Timing
no-agreement-silence = A side stopped answering
no-agreement-elsewhere = Found somebody else
no-agreement-other = Another reason

## The form: beginning and end

form-begin =
    <b>New request</b>
    It takes a few minutes, one question at a time. The draft is saved as you go; you can leave and come back, or ask me something in between.
form-resumed = We continue where you left off.
form-cancelled = The draft has been discarded. Anything you had already sent is unchanged.
nothing-to-cancel = Nothing is in progress. What do you need?
cancelled = All right, we stop here. What do you need?
form-question-unanswered =
    I have no checked answer to that question; you can ask a person.
    If it was your answer to the form, send it without the question mark.
form-none-open = That form is no longer open. You can start a new request.
form-saved = Your draft is saved. It is erased after 30 days without activity; to go on, tap “Continue draft”.
form-old-button = That button belongs to another step. We are here:

## Answers to put right

wrong-not-a-choice = For this step, please choose with the buttons:
wrong-too-short = A little more detail is needed: at least { $least } characters. Please write it again, more fully.
wrong-too-long = It has { $is } characters; the limit is { $most }. Please send a shorter one.
wrong-no-contact = I see no way to contact you there. Write an e-mail address, a phone number, or your WeChat or Telegram account; or tap “Answer me here”.
wrong-nothing-chosen = Choose at least one option before tapping “Done”.
wrong-too-many = You can choose up to { $most }. Tap one marked ✓ to remove it.
wrong-no-such-sector = I found no such sector. Try another word or choose one from the list:

## Sending

request-taken = <b>We have received your request <code>{ $number }</code></b>
request-taken-next = A person on the team will review it and write to you in this chat. You can view, change or withdraw it at /requests.
ask-review-amended =
    <b>Review the changes</b>
    Nothing changes until you tap “Send changes”.
ask-review =
    <b>Review your request</b>
    If something is not right, tap its button and correct it. Then send it.
consent-request =
    <b>Before you send it, your consent</b>
    • <b>Responsible:</b> the China–Chile innovation cooperation centre; contact: /human
    • <b>Purpose:</b> to handle this request and look for counterparts
    • <b>Data:</b> what is on this form, your language and your Telegram chat number
    • <b>Who sees them:</b> the centre's staff. No counterpart sees your name or contact without a separate yes from you for that counterpart
    • <b>Countries:</b> staff may be in Chile; the partner centre in Dongguan, China, only with a further consent
    • <b>How long:</b> while it is open and up to 12 months after, or until you have it erased. Drafts, 30 days
    • <b>Rights:</b> /mydata, /forget, /privacy; you can withdraw your consent at any time
    • If you refuse, you can go on asking questions at no cost
    • Telegram is a separate company; chats with bots are not end-to-end encrypted

## One question of the form

form-progress = <i>Step { $at } of { $of }</i>
form-chosen = ✓ { $chosen }
form-now =
    It now says:
    <blockquote>{ $value }</blockquote>
choice-chosen = ✓ { $label }

## A person

human-invite = Write your question in one message. A person on the team will read it and answer in this chat. To leave: /cancel
human-invite-about =
    About “{ $question }”: what would you like to ask a person on the team?
    Write it in one message. To leave: /cancel
human-passed-on =
    Your question <b>#{ $number }</b> is now with the team.
    They will answer in this chat; meanwhile you can go on asking.
words-passed-on = ✓ Sent to the team. They will answer in this chat.

## Files

file-what-for =
    What is this file for?
    For a request: open it and send the file there. For the team: write your question first, then send the file.
file-passed-on = ✓ { $name }: sent to the team.
file-too-many = There are already { $most } files, the most a request can have. This one was not added.
file-kept = ✓ { $name }: attached ({ $count } of { $most }).
file-wrong-kind = I cannot take that kind of file. Please send it in one of these formats: { $kinds }.
file-too-big = The file is larger than { $most } MB. Send a smaller one, or a link.

## My requests

requests-none = You have not sent any requests yet.
requests =
    <b>Your requests</b>
    Tap one to view, change or withdraw it.
requests-line = { $number } · { $state } · { $title }
request-not-yours = I cannot find request { $number } among yours. See them at /requests.
reference-mistyped = There seems to be a wrong digit in “{ $typed }”. Check it, or see your requests at /requests.
reference-shape = Request numbers look like <code>CL-2026-00042-7</code>. Type /status and the number, or see your requests at /requests.
request-gone = That request is no longer available or can no longer be changed. See yours at /requests.
request-head = <b>Request <code>{ $number }</code></b> · { $state }
amend-draft-open = You have an unfinished draft. Send or discard it first; then you can change this request.
request-amended = Your changes to request <code>{ $number }</code> are now with the team. You can view it at /requests.
withdraw-really =
    <b>Withdraw request { $number }?</b>
    { $title }
    We will stop looking for counterparts and close it. This cannot be undone, but you can send another.

## Reminders

draft-erased = Your draft was erased after 30 days without activity. Anything you had already sent is unchanged. To start another: /request
draft-reminder = You have an unfinished request. We keep it for { $days } days after your last activity; this is the only reminder.
form-cancel-really = Discard this draft? What you have written so far is deleted.

## Failures

apology =
    Something failed on our side and your last message was not processed. It has been logged for review.
    Please try again in a few minutes.

## Under an answer

button-helped = 👍
button-not-helped = 👎
button-human-short = 👤 A person
button-none-of-these = None of these
button-human = 👤 Talk to a person
button-browse = Browse topics
button-vote-down-unknown = 👎 Not helpful
button-menu = Menu

## Topics

button-page-before = ← Previous
button-categories = All topics
button-page-after = Next →

## Cards and the form

review-line = <b>{ $field }:</b> { $value }
button-new-request = New request
button-resume = Continue draft
button-skip = Skip
request-matches =
    { $count ->
        [0] No suggested counterparts yet; the team will keep looking.
        [one] There is <b>one possible counterpart</b>. The team checks it before contacting anyone.
       *[other] There are <b>{ $count } possible counterparts</b>. The team checks them before contacting anyone.
    }
button-status = View request
consent-version = <i>Version of this text: { $version }</i>
button-for-myself = I act for myself
button-fewer = ← First countries
button-more = More countries
button-answer-here = Answer me here
button-agree = I agree
button-send-changes = Send changes
button-send = Send request
button-edit = Edit: { $field }
button-done = Done
button-back = ← Back
button-save = Save and leave
button-cancel = Discard

## Messages and commands

words-too-long = Your message has { $is } characters; the limit is { $most }. Shorten it or send it in parts.
button-unknown = This button no longer works. Type /start to see the menu.
ask-invite =
    Write your question in your own words. For example:
    <i>How does a Chinese company get a RUT?</i>
    <i>How do I register my trade mark in China?</i>
command-unknown = I do not know that command. See /help for all of them.
other-what-works = You can write to me, use the buttons, or send a document or picture (PDF, Word, Excel, JPG).

## Menu

button-ask = Ask a question
button-my-requests = My requests

## Welcome, language and help

welcome =
    <b>Welcome to Puente</b>
    I am the automated assistant of the China–Chile innovation cooperation centre.
welcome-what =
    • <b>Ask</b> about rules and procedures between Chile and China: checked answers, with their sources.
    • <b>Send a cooperation request</b> and we look for counterparts.
    • <b>Talk to a person</b> on the team whenever you prefer.
welcome-privacy = The centre handles what you write here; Telegram is a separate company. More at /privacy.
welcome-brief =
    I am Puente, the automated assistant of the China–Chile innovation cooperation centre.
    I also take cooperation requests: /help · Your data: /privacy
menu = What do you need? Choose an option or write your question.
help =
    <b>How to use this chat</b>
    Write your question in your own words, or use a command:
help-admin = <b>Administration</b>
help-command = { $name }: { $does }
language-which = Which language would you like to use?
language-is-now = We will continue in English.
language-present = ✓ { $name }

## Privacy and own data

privacy =
    <b>Your data in this chat</b>

    <b>Responsible:</b> the China–Chile innovation cooperation centre. Ask for its exact details with /human.
    <b>What we keep:</b> your user and chat numbers, your language, your questions and, if you send them, your requests, files and messages to the team.
    <b>What for:</b> to answer you, handle your requests, look for counterparts and improve the answers.
    <b>Who sees them:</b> the centre's staff, who may be in Chile. The partner centre in Dongguan, China, only with a further consent from you. A counterpart sees your name and contact only if you agree to it for that counterpart.
    <b>How long:</b> drafts, 30 days without activity. Questions, 90 days linked to you, then without your identity. Requests, while they are open and up to 12 months after; messages about them, up to 24; or until you use /forget.
    <b>Telegram</b> is a separate company and chats with bots are not end-to-end encrypted. Do not send secrets or identity documents.

    <b>What you can do</b>
    /mydata: get a copy of your data
    /forget: erase them and withdraw your consent
    /requests: change or withdraw a request
    /human: ask the team or complain
    /privacy: read this notice again

    Refusing the consent for a request costs you nothing: you can go on asking questions.
my-data = Here are the data we keep about you. To erase them, use /forget.
forget-really =
    <b>Erase all your data?</b>
    Your questions, drafts, requests and messages to the team will be erased, and open requests withdrawn. This cannot be undone.
    If you want a copy, use /mydata first.
button-forget = Yes, erase all
button-keep = No, keep
forgotten =
    <b>Your data have been erased from our records.</b>
    Only the number and state of each request remain, without your name, and a one-way code that keeps a backup from bringing them back.
    Copies in the staff's Telegram group are deleted by hand: you can ask for it with /human. You can delete this chat yourself in Telegram.

## Own requests

button-amend = Change
button-withdraw = Withdraw
button-really-withdraw = Yes, withdraw

## Staff

button-take = Take
button-release = Back to the queue
button-close = Close
button-reopen = Reopen
button-matches = View counterparts
button-take-number = Take #{ $number }
not-allowed = You do not have access to that. See /help for what you can use.

## Dates

date =
    { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
button-drop = Discard
button-all-sectors = All sectors
# Words that only greet or thank, comma-separated; never shown.
greetings = hi, hello, hey, good morning, good afternoon, good evening, hi there, hello there, thanks, thank you, ok, okay
# Words that only call for help, likewise.
help-words = help, help me, i need help, can you help me, please help, how does this work, how does it work, how do i use this, how do i use this bot, how to use this bot, what can you do, what can you do for me, what can i do here, what can i ask, what can i ask here, instructions, commands, options, menu

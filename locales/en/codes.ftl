## Languages

lang-es = Spanish
lang-zh = Chinese
lang-en = English
lang-pt = Portuguese

## Kinds of request

kind-tech-offer = Technology offer
kind-tech-request = Technology need
kind-result-offer = Research results to transfer
kind-research = Joint research project
kind-talent-host = Offer of a stay or position
kind-talent-seeker = Search for a stay or position
kind-biz-offer = Product or service offer
kind-biz-request = Product or service need
kind-train-offer = Training offer
kind-train-request = Training need
kind-invest-sought = Investment sought
kind-investor = Investment offer
kind-event = Meeting, visit or seminar
kind-consult = Policy or legal question

## Stage

stage-concept = Concept (TRL 1–2)
stage-development = In development (TRL 3–4)
stage-lab = Tested in the lab (TRL 4–5)
stage-demo = Pilot or demonstration (TRL 6–8)
stage-market = On the market (TRL 9)
stage-unknown = Not known yet

## Intellectual property

ipr-none = No protection
ipr-know-how = Secret know-how
ipr-applied = Patent or right applied for
ipr-granted = Patent or right granted
ipr-unknown = Not known yet

## Form of cooperation

partnership-licence = Licence or know-how
partnership-rd = Joint research
partnership-pilot = Pilot project
partnership-joint-lab = Joint laboratory
partnership-commercial = Commercial agreement
partnership-supplier = Supplier
partnership-outsourcing = Subcontracting
partnership-investment = Investment
partnership-mobility = Academic mobility
partnership-mou = Memorandum (MoU)

## Type of organisation

orgtype-university = University
orgtype-institute = Research institute
orgtype-micro = Company, up to 10
orgtype-small = Company, 11–49
orgtype-medium = Company, 50–249
orgtype-large = Company, 250 or more
orgtype-public = Public body
orgtype-association = Association
orgtype-investor = Investor
orgtype-individual = Individual
orgtype-other = Other type

## Countries

country-CL = Chile
country-CN = China
country-AR = Argentina
country-BO = Bolivia
country-BR = Brazil
country-CO = Colombia
country-CR = Costa Rica
country-CU = Cuba
country-DO = Dominican Republic
country-EC = Ecuador
country-GT = Guatemala
country-HK = Hong Kong, China
country-HN = Honduras
country-JM = Jamaica
country-MO = Macao, China
country-MX = Mexico
country-NI = Nicaragua
country-PA = Panama
country-PE = Peru
country-PY = Paraguay
country-SV = El Salvador
country-TT = Trinidad and Tobago
country-US = United States
country-UY = Uruguay
country-VE = Venezuela
country-ZZ = Another country

## Fields of cooperation

area-technology = Technology
area-results = Research results
area-research = Joint research
area-talent = Talent exchange
area-business = Business
area-training = Training
area-investment = Investment
area-event = Meeting or visit
area-consultation = Policy or legal help

## State of a request and of a lead

lead-waiting = Waiting
lead-taken = In progress
lead-closed = Closed

## Commands

command-start = start and see the menu
command-help = how to use this chat
command-ask = ask a question
command-browse = browse answers by topic
command-request = send a cooperation request
command-requests = see your requests
command-status = see how a request stands
command-language = change the language
command-privacy = how your data are handled
command-mydata = get a copy of your data
command-forget = erase your data
command-human = talk to a person on the team
command-cancel = discard what is in progress
command-queue = see the leads waiting
command-next = take the lead that is due first
command-mine = see your leads
command-me = see and change how you work
command-lead = see the card of a lead
command-claim = take a lead
command-reply = answer the partner
command-undo = take back your last reply to the partner
command-note = leave an internal note
command-snooze = pause the reminders of a lead
command-assign = pass a lead to somebody else
command-find = look through requests, organisations and talk
command-history = see the history of a lead
command-tag = give a lead tags
command-merge = merge a repeated lead into another
command-stats = see the desk in figures
command-canned = send a canned reply
command-close = close a lead
command-reopen = reopen a lead
command-introduce = introduce two sides
command-export = get requests or leads as a table
command-reindex = rebuild the index of answers
command-gaps = see questions without a good answer
command-health = see how the system is doing
command-readers = who of the staff may only read
command-ban = keep somebody from writing to the bot
command-unban = let somebody write again

## What cannot be read

other-voice = I cannot listen to voice messages yet.
other-video = I cannot watch videos yet.
other-sticker = I cannot interpret stickers.
other-location = I cannot use locations.
other-contact = I cannot read contact cards.
other-poll = I cannot answer polls.
other-something = I cannot read that kind of message.

## Parts of the score

part-subject = subject
part-sector = sector
part-partnership = cooperation
part-stage = stage
part-profile = profile
part-language = language
part-timing = timing
part-freshness = freshness

## Topics of the answers

category-market-entry = Market entry
category-company-setup = Company setup
category-investment = Investment
category-tax = Tax
category-customs-trade = Customs and trade
category-ip = Intellectual property
category-technology-transfer = Technology transfer
category-research-collaboration = Joint research
category-talent-visas = Talent and visas
category-data-protection = Data protection
category-biomedicine = Biomedicine
category-agriculture-food = Agriculture and food
category-standards-certification = Certification
category-contracts-disputes = Contracts, disputes
category-funding-incentives = Funding
category-education-recognition = Study and degrees
category-centre-services = Centre services
category-privacy-of-this-bot = Your privacy here

## Each language in its own name

own-name-es = Español
own-name-zh = 中文
own-name-en = English
own-name-pt = Português

## Questions of the form

ask-area = <b>In which field would you like to cooperate?</b>
ask-org =
    <b>What is your organisation called?</b>
    Only the centre's staff see it.
ask-orgtype =
    <b>What type of organisation is it?</b>
    <i>For companies, the number is how many people work there.</i>
ask-country = <b>Which country are you in?</b>
ask-sectors =
    <b>Which sectors?</b>
    Choose one to three, the main one first, then tap “Done”. You can also type a word.
    <i>Examples: lithium, vaccines, irrigation</i>
ask-title =
    <b>Sum up your request in one line</b>
    It is shown without your name: leave out your organisation's name, e-mail and phone.
    <i>Example: Low-cost sensors for vineyard irrigation</i>
ask-desc =
    <b>Describe what you offer or seek</b>
    What it solves, how far it has come and which partner would suit you. Two figures or one concrete requirement make for better matches.
    <i>Example: recover over 80% of the lithium from brines below 0.3 g/L</i>
    Leave out names, e-mails, phone numbers and confidential information. You can attach files.
ask-stage =
    <b>What stage is the technology at?</b>
    <i>If you are looking for one, give the earliest stage you need.</i>
ask-ipr =
    <b>How is it protected?</b>
    <i>If you are looking for a technology, you can skip this step.</i>
ask-partnership =
    <b>What form of cooperation do you seek?</b>
    Choose one to three, then tap “Done”.
ask-langs =
    <b>Which languages can you work in?</b>
    Choose one or more, then tap “Done”.
ask-contact =
    <b>How should we write to you?</b>
    Send an e-mail address, a phone number, or your WeChat or Telegram account. If you prefer this chat, tap the button.
ask-direction-technology = <b>Do you offer a technology or need one?</b>
ask-direction-talent = <b>Do you offer a stay or position, or look for one?</b>
ask-direction-business = <b>Do you offer a product or service, or need one?</b>
ask-direction-training = <b>Do you offer training or need it?</b>
ask-direction-investment = <b>Do you want to invest, or seek investment?</b>
ask-consultation-title =
    <b>Sum up your question in one line</b>
    <i>Example: Registration of a medical device in Chile</i>
ask-consultation-desc =
    <b>Tell us about the case</b>
    What you want to do, in which country and by when.
    <i>Example: A company in Dongguan wants to sell diagnostic equipment in Chile and needs to know which registration to apply for before March.</i>
    Leave out confidential information. You can attach files.

## Examples

example-org = <i>Example: Universidad de La Frontera</i>
example-title = <i>Example: Low-cost sensors for vineyard irrigation</i>
example-desc = <i>Example: We seek a process to recover over 80% of the lithium from brines below 0.3 g/L. We have a pilot plant of 5 m³ a day and want a partner to test it with for 12 months.</i>
example-contact = <i>Example: name@university.cl, +56 9 1234 5678 or WeChat: name2026</i>

## Fields

field-org = Organisation
field-orgtype = Type
field-country = Country
field-sectors = Sectors
field-title = Title
field-desc = Description
field-stage = Stage
field-ipr = IP status
field-partnership = Cooperation
field-langs = Languages
field-contact = Contact
field-kind = Request

## What each state means


# Why two sides are not matched
gate-same-organisation = it is the same organisation
gate-kind = what one side offers or seeks does not answer the other
gate-closed = one side is not open: not approved, paused, or without consent
gate-expired = the deadline of one side has passed
gate-flagged = a flag of one side leaves the search to staff
gate-country = one side does not look in the country of the other
gate-partner-type = one side is not of a type that the other wants
gate-stage = the offer is more than one stage short of what is wanted

# Why a pair with points enough is held back
cap-week = five were already suggested for this request this week
cap-organisation = this organisation already stands in three open suggestions

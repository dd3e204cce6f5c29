## An answer

entry-gone = That answer is no longer available. Write your question, or look in /browse.
answer-reviewed = 🕓 Reviewed: { $date }
answer-as-of = Facts as of { $date }
answer-uncertain = ⚠ This may have changed; check the source before acting.
answer-past-review = ⚠ This answer is overdue for its next review.
answer-not-advice = <i>General guidance, not legal advice.</i>
answer-other-language = <i>There is no English version yet. Language of this answer: { $language }.</i>
answer-title = <b>{ $question }</b>
answer-source-link = 📎 <a href="{ $url }">{ $title }</a>
answer-source = 📎 { $title }

## Several answers, or none

answer-choose = Which of these is closest to your question?
answer-choose-next = Then perhaps one of these?
answer-unknown-again =
    I could not find that one either.
    Try two or three keywords, such as <i>work visa</i>, or send your question to a person on the team.
answer-unknown =
    I have no checked answer to that, and would rather give none than a wrong one.
    You can ask a person on the team or browse the topics.

## Votes

vote-thanks = Thank you for telling us. If you have another question, just write it.
vote-what-was-missing = What was missing from the answer? Write it in one message, or talk to a person.
vote-missing-noted =
    Thank you, this has been noted to improve the answers.
    If you need it now, a person can help you.

## Topics

browse-categories = <b>Choose a topic</b>
browse-category = { $name } ({ $count })
browse-title =
    <b>{ $name }</b>{ $pages ->
        [1] { "" }
       *[other] { " " }· { $page } of { $pages }
    }
    Choose a question:

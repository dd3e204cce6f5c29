## Answers

reindex-begun = Rebuilding the index of answers. I will report here when it is done.
gaps-none = In the last { $days } days there were no unanswered questions and no answers voted down.
gaps-line = { $count } × · { $language } · { $asked }
gaps =
    <b>Without a good answer in the last { $days } days</b>
    Questions unanswered or with 👎, the most repeated first.

## Health

health-entries = <b>Answers:</b> { $count } · past their review: { $past }
health-outbox = <b>Sending:</b> waiting: { $waiting } · stuck: { $parked }
health-turns = <b>Messages that failed:</b> { $parked }
health-leads = <b>Leads waiting:</b> { $waiting }

## Index

reindex-done =
    <b>The new index is in use.</b>
    Added: { $added } · changed: { $changed } · removed: { $removed } · same: { $same } · warnings: { $warnings }
reindex-refused =
    <b>{ $count ->
        [one] The content has one problem.
       *[other] The content has { $count } problems.
    }</b>
    The previous index stays in use. Correct it and repeat /reindex.

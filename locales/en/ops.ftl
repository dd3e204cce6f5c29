## What is wrong with the house: the first line says what, the second how to cure it

checkup-begun = Looking at everything else; I will report here.
checkup-well = Everything is well.
checkup-faults =
    <b>{ $count ->
        [one] One thing is wrong.
       *[other] { $count } things are wrong.
    }</b>
fault-token-missing =
    The bot has no token.
    Get one from @BotFather and set TELOXIDE_TOKEN.
fault-token-refused =
    Telegram refuses the token.
    Check TELOXIDE_TOKEN; @BotFather shows the present one under /token.
fault-api-unreachable =
    Telegram cannot be reached: { $why }
    Check the network, the proxy and TELOXIDE_API_URL. Messages wait and are sent afterwards.
fault-staff-chat-missing =
    There is no staff chat: leads wait and nobody sees them.
    Make a group with topics, add the bot as an admin, and set PUENTE_STAFF_CHAT to its number.
fault-staff-chat-number =
    { $chat } is not the number of a supergroup; those begin with -100.
    Set PUENTE_STAFF_CHAT to the number of the staff group.
fault-admins-missing =
    There are no admins: nobody can use /reindex or /health.
    Set PUENTE_ADMINS to their Telegram user ids.
fault-admins-number =
    PUENTE_ADMINS has a number that is no person’s.
    Write user ids there, not numbers of groups.
fault-not-in-staff-chat =
    The bot is not in the staff chat { $chat }.
    Add it to the group, or correct PUENTE_STAFF_CHAT.
fault-topics-off =
    The staff group has no topics: all leads stand in one chat.
    Turn on topics in the settings of the group.
fault-cannot-manage-topics =
    The bot may not manage topics in the staff group.
    Make it an admin with the right to manage topics.
fault-cannot-pin =
    The bot may not pin messages in the staff group: cards of leads are not pinned.
    Make it an admin with the right to pin messages.
fault-privacy-mode =
    The bot’s privacy mode is on and it is no admin of the staff group: it misses what colleagues write there.
    Make it an admin, or turn privacy off with @BotFather (/setprivacy) and add it to the group again.
fault-webhook-left =
    A webhook is set, but this bot polls: { $url }
    Starting `puente serve` removes it. If it comes back, another program uses the same token: stop it.
fault-webhook-missing =
    No webhook is set, but this bot waits for { $url }
    Start `puente serve` again; it sets the webhook.
fault-webhook-elsewhere =
    The webhook points elsewhere: { $url }
    Another program uses the same token, or PUENTE_WEBHOOK_URL has changed: start `puente serve` again.
fault-webhook-failing =
    Telegram cannot hand over updates: { $why }
    Check the certificate and the proxy in front of PUENTE_LISTEN, and that both sides have the same secret.
fault-updates-waiting =
    { $count ->
        [one] One update waits at Telegram.
       *[other] { $count } updates wait at Telegram.
    }
    Check that `puente serve` runs; Telegram keeps updates for 24 hours.
fault-clock-skew =
    { $seconds ->
        [one] The clock of this machine is one second off.
       *[other] The clock of this machine is { $seconds } seconds off.
    }
    Turn on time synchronisation (timedatectl set-ntp true).
fault-data-readonly =
    { $folder } cannot be written: { $why }
    Give the user of the bot the right to write, or make the disk writable again.
fault-data-locked =
    Another program holds the data file.
    Close whatever has puente.db open, such as a database browser or an unfinished copy.
fault-data-damaged =
    The data file is damaged: { $why }
    Stop the bot, keep the folder as it is in a safe place, and restore the newest backup (puente restore) into an empty folder.
fault-data-newer =
    The data file comes from a newer version (schema { $theirs }; this one knows { $ours }).
    Start the newer version, or restore a backup made by this one.
fault-disk-low =
    { $free ->
        [one] Only 1 MiB is free in { $folder }.
       *[other] Only { $free } MiB are free in { $folder }.
    }
    Make room; old backups may go first.
fault-outbox-behind =
    { $count ->
        [one] One message waits to be sent.
       *[other] { $count } messages wait to be sent.
    } The oldest: { $minutes } min.
    Check that `puente serve` runs and reaches Telegram.
fault-outbox-parked =
    { $count ->
        [one] One message was refused for good.
       *[other] { $count } messages were refused for good.
    }
    The log names each with its cause (outbox.id).
fault-turns-parked =
    { $count ->
        [one] One incoming message failed; its sender was told.
       *[other] { $count } incoming messages failed; their senders were told.
    }
    The log names each with its cause (update.id); please report it to the makers of Puente.
fault-leads-unanswered =
    { $count ->
        [one] One lead has waited for more than a day.
       *[other] { $count } leads have waited for more than a day.
    } The oldest: { $hours } h.
    Staff see them with /queue.
fault-backup-none =
    There is no backup in { $folder }.
    Check that `puente serve` runs, that the folder can be written, and what the log says of it.
fault-backup-old =
    The last backup is { $hours } h old.
    Check the room on the disk and what the log says of backups; `puente backup FILE` makes one now.
fault-content =
    { $count ->
        [one] The content has one problem: { $first }
       *[other] The content has { $count } problems; the first: { $first }
    }
    `puente check` names each with file and line. The old index goes on answering.
fault-entries-past-review =
    { $count ->
        [one] One answer is past its review.
       *[other] { $count } answers are past their review.
    }
    Check their sources, change `reviewed` and `review_by`, then /reindex.
fault-index-missing =
    There is no usable index of answers: { $why }
    `puente reindex` builds it; so does the next start.
fault-index-behind =
    { $count ->
        [one] One answer has changed since the index was built.
       *[other] { $count } answers have changed since the index was built.
    }
    /reindex or `puente reindex` brings it up to date.

## Too much, and too bad

flood-wait = That was very much at once. Please wait a minute; after that I will read what you write.
ban-told = You cannot use this bot any more. If you think this is a mistake, please write to the centre.
ban-done = { $user } may not write to the bot any more. /unban { $user } takes it back.
ban-already = { $user } is banned already.
ban-not-staff = { $user } belongs to the staff or the admins and cannot be banned.
ban-whom = Whom? Answer their message with /ban, or write /ban and the user id.
unban-done = { $user } may write again.
unban-was-not = { $user } was not banned.
unban-whom = Whom? Answer their message with /unban, or write /unban and the user id.

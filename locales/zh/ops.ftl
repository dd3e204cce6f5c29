## 运行故障：第一行说明问题，第二行说明办法

checkup-begun = 正在检查其余各项，结果会发到这里。
checkup-well = 一切正常。
checkup-faults = <b>发现 { $count } 个问题：</b>
fault-token-missing =
    没有设置机器人的令牌。
    请向 @BotFather 申请，并写入 TELOXIDE_TOKEN。
fault-token-refused =
    Telegram 不接受这个令牌。
    请核对 TELOXIDE_TOKEN；在 @BotFather 用 /token 可查看当前令牌。
fault-api-unreachable =
    连接不上 Telegram：{ $why }
    请检查网络、代理和 TELOXIDE_API_URL。消息会排队，恢复后自动发出。
fault-staff-chat-missing =
    没有设置工作群：工单在等，却没人看得到。
    请建一个开启话题的群，把机器人设为管理员，再把群号写入 PUENTE_STAFF_CHAT。
fault-staff-chat-number =
    { $chat } 不是超级群的号码，超级群以 -100 开头。
    请把工作群的号码写入 PUENTE_STAFF_CHAT。
fault-admins-missing =
    没有设置管理员：无人可用 /reindex 和 /health。
    请把他们的 Telegram 用户号写入 PUENTE_ADMINS。
fault-admins-number =
    PUENTE_ADMINS 里有一个号码不是个人用户。
    请填写用户号，不要填写群号。
fault-not-in-staff-chat =
    机器人不在工作群 { $chat } 里。
    请把它加入该群，或改正 PUENTE_STAFF_CHAT。
fault-topics-off =
    工作群没有开启话题：所有工单都挤在一个聊天里。
    请在群设置里开启话题。
fault-cannot-manage-topics =
    机器人在工作群里无权管理话题。
    请把它设为管理员，并允许管理话题。
fault-cannot-pin =
    机器人在工作群里无权置顶消息：工单卡片没有置顶。
    请把它设为管理员，并允许置顶消息。
fault-privacy-mode =
    机器人开着隐私模式，又不是工作群的管理员：看不到同事在群里写的内容。
    请把它设为管理员；或在 @BotFather 用 /setprivacy 关闭隐私模式，再重新拉进群。
fault-webhook-left =
    设置了 webhook，而本机器人采用轮询：{ $url }
    启动 `puente serve` 会把它删除。若又出现，说明另有程序在用同一令牌，请停掉它。
fault-webhook-missing =
    没有设置 webhook，而本机器人在等候 { $url }
    请重新启动 `puente serve`，它会设置好。
fault-webhook-elsewhere =
    webhook 指向别处：{ $url }
    另有程序在用同一令牌，或 PUENTE_WEBHOOK_URL 已改动：请重新启动 `puente serve`。
fault-webhook-failing =
    Telegram 无法送达更新：{ $why }
    请检查证书和 PUENTE_LISTEN 前面的代理，并确认两边的密钥一致。
fault-updates-waiting =
    有 { $count } 条更新还留在 Telegram。
    请确认 `puente serve` 正在运行；Telegram 只保留 24 小时。
fault-clock-skew =
    本机时钟相差 { $seconds } 秒。
    请开启时间同步（timedatectl set-ntp true）。
fault-data-readonly =
    无法写入 { $folder }：{ $why }
    请给机器人的用户写权限，或把磁盘恢复为可写。
fault-data-locked =
    数据文件被别的程序占用。
    请关闭打开 puente.db 的程序，例如数据库查看工具或未完成的复制。
fault-data-damaged =
    数据文件已损坏：{ $why }
    请停止机器人，原样保存该文件夹，再用 puente restore 把最新的备份恢复到空文件夹。
fault-data-newer =
    数据文件来自更新的版本（结构 { $theirs }，本版本只认识 { $ours }）。
    请启动新版本，或恢复本版本制作的备份。
fault-disk-low =
    { $folder } 只剩 { $free } MiB 空间。
    请腾出空间，可先清理旧备份。
fault-outbox-behind =
    有 { $count } 条消息等着发送，最早的已等 { $minutes } 分钟。
    请确认 `puente serve` 正在运行并能连上 Telegram。
fault-outbox-parked =
    有 { $count } 条消息被彻底拒收。
    日志里写明了是哪一条、为什么（outbox.id）。
fault-turns-parked =
    有 { $count } 条来信处理失败，已告知发信人。
    日志里写明了是哪一条、为什么（update.id）；请转告 Puente 的开发者。
fault-leads-unanswered =
    有 { $count } 个工单等了一天以上，最久的已等 { $hours } 小时。
    工作人员用 /queue 可以看到。
fault-backup-none =
    { $folder } 里没有备份。
    请确认 `puente serve` 正在运行、该文件夹可写，并查看日志。
fault-backup-old =
    最近一次备份是 { $hours } 小时以前。
    请检查磁盘空间并查看日志；`puente backup 文件名` 可立即备份。
fault-content =
    内容有 { $count } 处问题，第一处：{ $first }
    `puente check` 会逐一列出文件和行号。原索引照常使用。
fault-entries-past-review =
    有 { $count } 条问答已过复核日期。
    请核对来源，改好 `reviewed` 和 `review_by`，再用 /reindex。
fault-index-missing =
    没有可用的问答索引：{ $why }
    `puente reindex` 或下次启动时会重建。
fault-index-behind =
    索引建好以后有 { $count } 条问答改动过。
    用 /reindex 或 `puente reindex` 更新。

## 过多与禁用

flood-wait = 您一下子发得太多了。请稍等一分钟，之后我会继续看您的消息。
ban-told = 您已不能使用本机器人。如认为有误，请与中心联系。
ban-done = 已禁止 { $user } 给机器人发消息。用 /unban { $user } 可撤销。
ban-already = { $user } 已经被禁止。
ban-not-staff = { $user } 是工作人员或管理员，不能禁止。
ban-whom = 禁止谁？请用 /ban 回复对方的消息，或在 /ban 后写用户号。
unban-done = { $user } 可以重新发消息了。
unban-was-not = { $user } 没有被禁止。
unban-whom = 撤销谁？请用 /unban 回复对方的消息，或在 /unban 后写用户号。

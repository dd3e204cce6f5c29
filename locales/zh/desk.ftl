## 时限

desk-due = ⏰ 请在 { $date } { $time } 前答复（中心时间）
desk-stands = ⏸ 正在等用户答复。
desk-snoozed = 💤 { $date } { $time } 前不提醒
desk-snoozed-reply = 💤 用户来消息前不提醒
desk-time = 🕐 { $country }：{ $hours } 小时。这里 { $here } 时，那里是 { $there }。
desk-time-same = 🕐 { $country }：与这里时间相同
desk-due-in = 还剩 { $time }
desk-late = ⚠ 已超时 { $time }

## 提醒

staff-mention = <a href="tg://user?id={ $user }">{ $who }</a>
remind-owner = ⏰ { $who }：工单 #{ $number } 的用户在等答复，已超时 { $late }。
remind-unclaimed = <b>⏰ { $count } 个无人认领的工单已超时</b>
remind-escalated =
    <b>🔴 { $count } 个工单经两次提醒仍未答复</b>
    任何人都可以把它转给别人。
remind-line = <b>#{ $number }</b> · { $name } · 超时 { $late } · 👤 { $who }
remind-nobody = 无人
remind-more = …… 另有 { $count } 个：/queue
remind-awake = ⏰ { $who }：工单 #{ $number } 的暂停已到期。

## 暂停提醒

button-snooze-1d = 💤 1 天
button-snooze-3d = 💤 3 天
button-snooze-7d = 💤 1 周
button-snooze-reply = 💤 等用户来消息
button-snooze-end = ⏰ 恢复提醒
snooze-choose =
    工单 #{ $number } 暂停提醒到什么时候？时限照常计算。
    也可以写 <code>/snooze 3d</code> 或 <code>/snooze 2026-12-01</code>
snooze-unread =
    没看懂工单 #{ $number } 要暂停到什么时候。请写工作日天数（<code>/snooze 3d</code>）、60 个工作日以内的日期（<code>/snooze 2026-12-01</code>），或点选：
snooze-take-first = 工单 #{ $number } 还无人处理，请先用 /claim 认领。
snooze-ended = ⏰ 工单 #{ $number }：已恢复提醒。
snooze-until-reply = 💤 工单 #{ $number }：用户来消息前不提醒。
snooze-until = 💤 工单 #{ $number }：{ $date } { $time } 前不提醒。

## 转交

button-next = 认领下一个
button-assign = 转交……
button-assign-number = 转交 #{ $number }
button-give = { $who }（{ $has }）
assign-choose = 工单 #{ $number } 转给谁？括号内是各人手上的工单数。
assign-not-staff = 此人已不在工作人员群中。
assign-given = 👤 { $by } 已把工单 #{ $number } 转给 { $to }。
assign-left = 👤 { $who } 已离开工作人员群，工单 #{ $number } 退回队列。

## 发送与更正

receipt-waiting = ⏳ 等待发送：Telegram 要求暂停 { $seconds } 秒，之后自动发出。
receipt-no-answer = ⏳ 等待发送：Telegram 没有响应，会自动重试。
receipt-blocked = ⚠ 未能送达：用户屏蔽了机器人。请用卡片上的联系方式；用户再来消息后即可在此答复。
receipt-account-gone = ⚠ 未能送达：该 Telegram 账号已注销。请用卡片上的联系方式。
receipt-refused = ⚠ 未能送达。Telegram 的说明：<code>{ $why }</code>
receipt-corrected = ✎ 已更正，用户看到的是新内容。
receipt-taken-back = ↩ 已撤回，用户看不到了。
correct-too-late = ⚠ 已超过 48 小时，Telegram 不再允许修改或撤回。请用 /reply 另发一条。
correct-never-arrived = ⚠ 那条消息没有送达用户，无需更改。
correct-not-words = ⚠ 文件的说明无法更正。请用 /undo 撤回后重新发送。
undo-nothing = 工单 #{ $number } 中没有您可撤回的答复。
undo-before-it-left = ↩ 发出前已撤回，用户没有看到。
difference-gone = <s>{ $words }</s>
difference-new = <b>{ $words }</b>

## 统计

stats-title = 工作台统计
stats-days = 最近 { $days } 天 · { $date }
stats-number = { $count }
stats-share = { $percent }%
stats-line = { $label }：{ $value }
stats-group = <b>{ $title }</b>：{ $bars }
stats-head = <b>{ $title }</b> · { $days }
stats-none = 暂无数据
stats-waiting = 等待中
stats-taken = 处理中
stats-late = 已超时
stats-in-time = 按时答复
stats-age = 等待中的工单（按时长）
stats-answers = 答复情况
stats-funnel = 从需求到协议
stats-kind = 需求类型
stats-sector = 需求领域
stats-language = 工单语言
stats-age-day = 不到 1 天
stats-age-three-days = 1 至 3 天
stats-age-week = 3 天至 1 周
stats-age-longer = 超过 1 周
stats-answers-in-time = 按时
stats-answers-late = 超时
stats-funnel-sent = 已提交
stats-funnel-taken = 已认领
stats-funnel-answered = 已答复
stats-funnel-matched = 有对接方
stats-funnel-introduced = 已引荐
stats-funnel-agreed = 已达成协议

## 分配

route-suggested = 💡 建议：{ $who }
route-place-freed = 💡 { $who } 有空位：认领工单 #{ $number } 吗？
me =
    <b>{ $who } 的工作台</b>
    手上工单：{ $has } · 建议上限：{ $capacity }
    工作时间：{ $hours }
    语言：{ $langs }
    领域：{ $sectors }
    国家：{ $countries }

    <i>点「+」后会向您建议新工单；按钮用来选择优先建议哪些。</i>
me-all = 全部
me-none = 无
button-me-more = ➕ 多一个
button-me-less = ➖ 少一个
button-me-hours = 🕐 { $country }
button-me-sectors = 领域……
button-me-countries = 国家……
button-me-back = ‹ 返回

## 查找

find-what = 请写要找的内容：<code>/find 锂</code>
find-nothing = 没有找到“{ $words }”。
find = 🔎 <b>{ $words }</b>
find-lead = <b>#{ $number }</b> · { $name } · { $state }
find-words = <blockquote>{ $words }</blockquote>
find-organisation = 🏛 { $name }
button-lead = #{ $number }
history = <b>工单 #{ $number } 的记录</b>
history-house = 系统
history-partner = 用户
history-line = { $date } { $time } · { $who } · { $what }
history-opened = 工单建立
history-submitted = 需求已提交
history-open = 需求处理中
history-closed = 需求已结束
history-withdrawn = 需求已撤回
history-amended = 需求已修改
history-approve = 通过需求
history-ask-info = 要求补充信息
history-answer = 已补充信息
history-reject = 未通过需求
history-appeal = 重新审核需求
history-pause = 暂停需求
history-resume = 恢复需求
history-confirm = 确认需求仍有效
history-expire = 需求已过期
history-renew = 延长需求有效期
history-fulfil = 需求已达成
history-withdraw = 撤回需求
history-archive = 需求已归档
history-erase = 需求已删除
history-take = 认领工单
history-give = 转交工单
history-release = 退回队列
history-close = 结束工单
history-reopen = 重新打开工单
history-merge = 并入其他工单
history-merged = 并入了另一工单
history-snooze = 暂停提醒
history-wake = 恢复提醒
history-word-changed = 更正了一条消息
history-word-taken-back = 撤回了一条消息
history-identity-viewed = 查看了联系方式

## 常用答复

canned-none = 没有常用答复。
canned-choose = 工单 #{ $number } 的常用答复。先预览，不会直接发送。
canned-preview =
    用户将看到：
    <blockquote>{ $words }</blockquote>
canned-missing = ⚠ 无法发送，缺少：{ $missing }。请用 /reply 自行答复。
canned-gone = 这条常用答复已不存在。请看 /canned
canned-sent-already = ✓ 这条答复已经发送过了。
button-canned = 常用答复……
button-canned-send = 发送给用户
canned-day = { $date }
variable-reference = 需求编号
variable-title = 需求标题
variable-organisation = 机构名称
variable-staff = 您的姓名
variable-next-day = 日期

## 用户联系方式

button-identity = 查看联系方式
identity =
    📇 <b>{ $number }</b>：{ $contact }
    <i>仅限工单负责人查看，本次查看已记录。</i>
identity-none = 这项需求没有其他联系方式，请在此聊天中答复。
identity-take-first = 请先认领工单 #{ $number }：只有负责人能看联系方式。
identity-in-private = 已发到您与机器人的私聊。

## 群组问题

retold = ↻ <b>原话题已被删除，此为新建话题。最近的对话：</b>
retold-partner = 用户
retold-line = <b>{ $who }</b>: { $words }
trouble-topics = ⚠ <b>我无法在本群创建话题。</b>新工单会等待，不会丢失。请管理员授予“管理话题”权限，之后会自动出现。
trouble-pin = ⚠ 我无法在本群置顶消息，卡片未置顶。请管理员授予“置顶消息”权限。
trouble-group-moved = ℹ Telegram 已把本群升级为超级群组，我仍在这里，工单会重新显示。请把新编号写入配置：<code>PUENTE_STAFF_CHAT={ $number }</code>

## 重复

repeats-own = 🔁 似乎与同一用户的工单 #{ $number } 重复（{ $state }）。
repeats-other = 🔁 与另一用户的工单 #{ $number } 相似（{ $state }）。
merged-into = 🔗 已并入工单 #{ $number }，后续都在那里。
merged-here = 🔗 已并入：{ $numbers }
button-merge = 🔗 把 #{ $from } 并入 #{ $number }
merge-into-what = 工单 #{ $number } 要并入哪一个？请写编号：<code>/merge 12</code>
merge-with-itself = 工单 #{ $number } 不能并入自己。
merge-other-partner = 工单 #{ $one } 和 #{ $other } 属于不同用户，不能合并，否则一方会看到另一方的内容。
merge-the-other-way = 工单 #{ $one } 有需求，#{ $other } 没有。请反过来合并：在 #{ $other } 的话题里写 <code>/merge { $one }</code>
merge-under-way = 工单 #{ $number } 的需求已有正在进行的引荐。请先了结再合并，或把另一个工单并入这个。
staff-merged = 🔗 { $who } 已把工单 #{ $number } 并入 #{ $other }。要分开请用 /reopen
staff-merged-here = 🔗 <b>{ $who } 把工单 #{ $number } 并入本工单</b>（{ $name }）。原来的对话：
notice-merged = 🔗 您的 <b>{ $number }</b> 与 <b>{ $other }</b> 是同一件事。工作人员会在 <b>{ $other }</b> 下一并处理，您无需重复说明。

## 只读

reads-only = 👁 您只能查看，不能操作。管理员可用 /readers 更改。
readers =
    <b>谁只能查看</b>
    点名字即可切换。只能查看的人不能认领和答复，也看不到联系方式；手上的工单会退回队列。
readers-nobody = 工作人员群里还没有其他人。
button-reader = 👁 { $who }：只能查看
assign-reads-only = { $who } 只能查看，请选择其他人。
button-worker = ✍ { $who }：可处理
reader-now = 👁 { $who } 现在只能查看，工单 #{ $number } 退回队列。
was-away = 🔌 <b>{ $from_date } { $from_time } 至 { $to_date } { $to_time } 我不在线。</b>
was-away-answered = 期间用户发来的消息现在开始答复。
was-away-too-long = Telegram 只保留消息 24 小时：{ $date } { $time } 之前的消息没有收到，请主动询问正在等答复的用户。

tag-how = 🏷 标签：<code>/tag 锂 紧急</code> 添加，<code>/tag -紧急</code> 去掉，<code>/find #锂</code> 查找工单。正在使用：
tag-wrong = 不能作标签：{ $word }。请用文字、数字或连字符，最多 { $most } 个字符。
tag-too-many = 一个工单最多 { $most } 个标签。可用 <code>/tag -标签</code> 去掉。
tag-now = 🏷 工单 #{ $number }：{ $tags }
tag-none = 没有标签

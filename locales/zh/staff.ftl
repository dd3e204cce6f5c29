## 回执
receipt-sent = ✓ 已送达用户。
receipt-failed = ⚠ 未能送达：无法向该聊天发送消息。卡片上如有其他联系方式，请改用。

## 用户的操作
staff-partner-edited =
    💬 用户修改了消息：
    <blockquote>{ $words }</blockquote>
help-staff =
    <b>工作人员</b>
    每项需求或咨询是一个工单，各有一个话题。话题内的讨论仅内部可见。
    要答复用户，请回复带 💬 的用户消息，或用 /reply 。在话题之外请加上编号：<code>/lead 12</code>
staff-forgotten =
    ⚠ <b>用户已删除自己的数据。</b>
    需求已撤回，工单已结束。请删除本话题及其中的消息和文件，不要留存副本。
staff-amended =
    💬 <b>用户修改了需求。</b>

    { $changes }
staff-withdrawn = 💬 用户已撤回需求，工单已结束。

## 工单卡片
staff-consultation = 咨询
staff-no-such-lead = 没有这个工单。队列见 /queue
staff-state-owner = { $state } · 👤 { $who }
staff-partner-speaks = 用户语言：{ $language }
staff-partner-gone = 用户已删除数据，无法再联系。
staff-card-head = <b>#{ $number }</b> · { $state }
staff-consultation-words = { $words }
staff-card-request = <code>{ $number }</code> · <b>{ $kind }</b>
field-files = 文件
staff-card-words =
    💬 <b>{ $title }</b>
    <blockquote>{ $words }</blockquote>

## 对接方
staff-no-matches = 库中暂无合适的对接方。
staff-matches = <b>可能的对接方：{ $count } 个</b>
match-suggested = { $points }/100 · 推荐
match-maybe = { $points }/100 · 待定
match-line =
    <b>M{ $number }</b> · <b>{ $points }</b> · { $who }
    { $title }
match-part-short = { $part } { $points }
match-ask = 待询问
match-stages = 供方：{ $offered }；需方：{ $wanted }
match-not-asked = 此类需求不适用
match-part = { $part } { $points }/{ $most }

## 队列
queue-empty = 目前没有等待的工单。我的工单见 /mine
queue =
    <b>等待中的工单：{ $count } 个</b>
    按到期先后排列。💬 表示用户在等答复。
mine-empty = 您没有处理中的工单。队列见 /queue
mine =
    <b>我的工单</b>
    💬 表示用户在等答复。
age-minutes = { $count } 分钟
age-hours = { $count } 小时
age-days = { $count } 天
queue-line-unanswered = 💬 <b>#{ $number }</b> · { $name } · { $age }
queue-line = <b>#{ $number }</b> · { $name } · { $age }

## 工作人员命令
staff-command-unknown = 本群没有这个命令，请看 /help
staff-which-lead = 是哪个工单？请在该工单的话题中使用命令，或回复其中一条消息，或输入 <code>{ $command } 编号</code>
staff-taken = 👤 { $who } 认领了工单 #{ $number }。
staff-released = 👤 { $who } 把工单 #{ $number } 退回队列。
staff-closed = 👤 { $who } 结束了工单 #{ $number }。
staff-reopened = 👤 { $who } 重新打开了工单 #{ $number }。
staff-done = ✓ 工单 #{ $number } 已处理。

## 给用户的通知
notice-taken = 👤 工作人员已开始处理您的 { $number }，答复会发到这里。
notice-closed = 您的 { $number } 已由工作人员办结。如需继续，请回复工作人员的消息，或用 /human
notice-reopened = 工作人员已重新打开您的 { $number }，答复会发到这里。

## 拒绝
staff-taken-by = 工单 #{ $number } 由 { $who } 处理。
staff-already = 工单 #{ $number } 已是这个状态，请看卡片。
staff-is-closed = 工单 #{ $number } 已结束。请先用 /reopen 重新打开。

## 对话
staff-partner-says =
    💬 回复本条消息即可答复用户：
    <blockquote>{ $words }</blockquote>
staff-reply-empty = 缺少内容：请在 <code>/reply</code> 后写上给用户的答复。
partner-staff-says =
    👤 <b>{ $who }</b>（中心工作人员）：
    <blockquote>{ $words }</blockquote>
    <i>回复本条消息即可答复。</i>
staff-partner-unreachable = ⚠ 上次未能给用户发送消息。这次会再试，结果会显示在这里。
partner-staff-sends =
    👤 <b>{ $who }</b>（中心工作人员）发来文件。
    <i>回复本条消息即可答复。</i>
staff-note-empty = 缺少内容：请在 <code>/note</code> 后写上内部备注。
staff-noted = ✓ 内部备注已存入工单 #{ $number }，用户看不到。
staff-changed-field = { $field }: <s>{ $before }</s> → { $after }
staff-shut-out = 内容相近，但不能推荐：
staff-shut-out-line = { $count } · { $gate }

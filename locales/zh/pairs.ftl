## 匿名卡片

blind-head = <b>您的需求 <code>{ $number }</code> 有一个可能的对接方</b>
blind-head-by-hand = <b>可以给对方看的内容（不含名称）</b>
blind-sample = 🧪 <b>虚构样本。</b>背后没有真实机构，仅用于演示。
field-partner = 机构类型与规模
blind-summary =
    <b>摘要（{ $language }）：</b>
    <blockquote>{ $words }</blockquote>
blind-gist = <b>英文概要：</b>{ $words }
blind-period = <b>时间：</b>{ $from } – { $until }
blind-call = <b>项目征集：</b>{ $words }
blind-why =
    <b>匹配理由</b>
    { $lines }
blind-check = <b>需要核实：</b>{ $parts }
blind-unknown = <b>尚不清楚：</b>{ $parts }
blind-masked = <i>{ $mark }：双方同意之前隐藏的信息。</i>
blind-what-now = 您是否感兴趣？答复不会让对方知道您是谁。请在14天内答复。
button-card-accept = ✓ 感兴趣
button-card-ask = ? 想先了解
button-card-decline = ✗ 不感兴趣

## 双方的答复

pair-yes = ✓ 已记录您感兴趣。接下来由工作人员和对方跟进，有消息会在这里通知您。
pair-ask = 您想先了解什么？请用一条消息写下，不要写可识别您身份的信息。退出请用 /cancel
pair-question-passed = ✓ 您的问题已转给工作人员。卡片仍然有效，您随时可以接受或拒绝。
pair-why-not = 原因是什么？您的回答只给工作人员看，有助于改进推荐。
pair-declined = 已记录。除非对方的内容有实质变化，我们不会再向您推荐。
pair-name-given = ✓ 已保存您的授权。双方都授权并由工作人员介绍之前，不会发送任何信息。可在 /privacy 撤回。
pair-ended = 关于您的需求 <code>{ $number }</code>：之前推荐的对接方已不再可用。我们会继续为您寻找。
pair-gone = 这项推荐已不可用。您的需求见 /requests
release-across = <b>双方都有意相互认识。</b>对方所在国家/地区：{ $country }。
release-given =
    只会提供以下信息：
    <b>名称：</b>{ $name }
    <b>联系方式：</b>{ $contact }
button-release-name = ✓ 同意提供给这一方
button-keep-name = ✗ 不同意
introduced =
    🤝 <b>为双方引荐</b>
    双方均已同意并授权提供联系方式。

    <b>{ $name }</b>
    { $what }
    { $title }
    <b>联系方式：</b>{ $contact }

    请直接联系；如需协助，请用 /human 找中心工作人员。
introduced-person = 以个人身份联系的人士
introduced-here = 通过本机器人：用 /human 留言，工作人员为双方转接
pair-asked = 此卡片等待您的答复。
pair-accepted = 您已表示感兴趣，有消息会在这里通知您。
pair-question = 您的问题正由工作人员处理。
pair-name-wanted = 还需要您授权提供名称。
pair-released = 您已授权，等待工作人员引荐，会在这里通知您。
pair-mutual = 双方均已授权，工作人员将在这里为您引荐。
pair-over = 这项推荐已关闭。您的需求见 /requests
pair-introduced = 已经引荐，联系方式见本聊天上方。

## 工作人员：对接

button-approve = ✓ 批准 M{ $number }
button-dismiss = ✗ 排除 M{ $number }
button-answered = 问题已答复
button-hand-yes = ✓ 对方同意，并授权提供联系方式
button-hand-no = ✗ 对方拒绝
button-introduce = 🤝 引荐双方
staff-read-across = 🔓 { $country } 的合作中心也可查看
staff-read-here = 🔒 不得与 { $country } 的合作中心共享
staff-pair-gone = 没有进行中的对接 M{ $number }。
staff-pair-stands = M{ $number } 目前状态：<b>{ $state }</b>，未作更改。
staff-pair-offered = ✓ M{ $number }：匿名卡片已发给第一方，14天内答复。
staff-pair-offered-sample = ✓ M{ $number }：卡片已发出并标为样本。该机构为虚构，无法引荐。
staff-pair-sample = 🧪 M{ $number } 为虚构样本，没有可联系的对象，无法引荐。
staff-pair-waits = M{ $number } 已批准。还需一方同意展示匿名卡片，已发出询问；同意后自动继续。
staff-pair-before = M{ $number } 已用相同内容推荐过，不再重复推荐。
staff-pair-why = M{ $number } 的原因是什么？
staff-pair-dismissed = ✓ M{ $number } 已关闭。
staff-pair-accepted = ✓ M{ $number }：一方表示感兴趣。
staff-pair-declined = ✗ M{ $number }：一方拒绝。原因：{ $why }。
staff-pair-ended = M{ $number } 已结束，看过卡片的一方已收到中性通知。
staff-pair-asked =
    💬 <b>关于 M{ $number } 的问题</b>
    <blockquote>{ $words }</blockquote>
    请回复本条消息，不要透露另一方的名称；之后点按钮，卡片会再次显示。
staff-pair-answered = ✓ M{ $number }：卡片已再次显示。
staff-pair-by-hand =
    ☎ <b>M{ $number }：请人工联系 { $who }</b>
    对方没有机器人聊天。第一方已接受。
staff-pair-by-hand-how = 只给对方看上面的内容，不要透露另一方名称，并记录答复：
staff-pair-hand-yes = ✓ M{ $number }：已记录。现在请第一方授权提供名称。
staff-pair-mutual = 🤝 <b>M{ $number }：双方均已接受并授权。</b>引荐后，双方同时收到对方的名称和联系方式。
staff-pair-introduced = ✓ M{ $number }：双方已收到对方的联系方式。
staff-introduce-how = 请写对接编号：<code>/introduce 5</code>。对方没有聊天时，请加上其选择的联系方式。
staff-introduce-contact = 对方没有聊天，还缺其选择的联系方式。请输入：<code>{ $command }</code>

## 工作人员：引荐之后

course-opened = 🤝 <b>M{ $number }：已引荐。</b>进展如何？14天无消息会提醒您。
course-moved = ✓ M{ $number }：<b>{ $course }</b> · 👤 { $who }
course-stands = M{ $number } 目前为<b>{ $course }</b>，未作更改。
course-none = M{ $number } 尚未引荐。
course-which-agreement = M{ $number } 达成了什么协议？
course-why-none = M{ $number } 为什么没有达成协议？
course-silent = ⏳ <b>M{ $number }：14天没有消息。</b>已标为停滞。进展如何？
course-how-goes-it = 📅 M{ $number } · { $course }：进展如何？（第 { $time } 次询问）
button-course-contacted = 已联系
button-course-meeting = 会面
button-course-negotiating = 洽谈中
button-course-agreement = 达成协议…
button-course-no-agreement = 未达成…

## 对接状态

match-state-suggested = 已推荐
match-state-approved = 已批准，等待授权
match-state-offered-first = 第一方考虑中
match-state-accepted-first = 第一方已接受
match-state-offered-second = 第二方考虑中
match-state-mutual = 双方已授权，待引荐
match-state-introduced = 已引荐
match-state-question = 有问题待答复
match-state-declined = 已拒绝
match-state-dismissed = 已排除
match-state-lapsed = 逾期未答复
match-state-stale = 已失效

## 原因

end-not-relevant = 不是所需内容
end-stage = 阶段不合适
end-conditions = 条件不合适
end-timing = 时机不合适
end-has-partner = 已有合作方
end-capacity = 没有余力
end-regulated = 涉及监管
end-same-group = 同一集团或机构
end-sample = 属于样本
end-keeps-name = 不愿提供名称
end-other = 其他原因

## 引荐进展

course-assigned = 已引荐
course-contacted = 已联系
course-meeting = 会面
course-negotiating = 洽谈中
course-agreement = 达成协议
course-no-agreement = 未达成协议
course-stalled = 停滞
agreement-kind-mou = 谅解备忘录
agreement-kind-nda = 保密协议
agreement-kind-licence = 许可
agreement-kind-research = 联合研发
agreement-kind-supply = 采购或供应
agreement-kind-investment = 投资
agreement-kind-exchange = 访问或交流
agreement-kind-other = 其他协议
no-agreement-no-fit = 不匹配
no-agreement-terms = 条件或价格
no-agreement-funding = 缺少资金
no-agreement-timing = 时间
no-agreement-silence = 一方不再回复
no-agreement-elsewhere = 另有合作方
no-agreement-other = 其他原因

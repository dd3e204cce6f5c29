## 可以补充的内容

field-summary = 摘要
field-gist = 英文简介
field-specifics = 具体要求或优势
field-ptypes = 合作方类型
field-role = 合作方的任务
field-targets = 目标国家
field-career = 职业阶段
field-talent = 形式
field-period = 时间
field-weeks = 时长
field-funding = 经费
field-call = 项目指南
field-budget = 预算
field-keywords = 关键词
field-until = 有效期至
field-state = 状态

ask-summary =
    请用几句话概括您的需求。
    这是对方最先看到的内容；如果跳过，就用说明的开头部分。
ask-gist =
    能否用一两句英文概括？
    这样使用其他语言的人也能找到您。如果跳过，可由工作人员代写。
    <i>例：Low-cost moisture sensors for vineyards, seeking a field trial partner.</i>
ask-specifics-offers =
    与现有方案相比，优势在哪里？请尽量写数据。
    <i>例：比蒸发法节水 70%，已在真实卤水中运行 8 个月</i>
ask-specifics-seeks =
    必须满足哪些要求？
    <i>例：流量 5 m³/h，符合 ISO 9001，10 月前交付</i>
ask-ptypes =
    希望合作方是哪类机构？
    可选多项，然后点“选好了”。跳过则不限。
ask-role =
    希望合作方做什么？
    <i>例：由企业制作样机，并与我们一起进行现场试验</i>
ask-targets =
    在哪些国家寻找？
    可选多项，然后点“选好了”。跳过则在本国以外的所有国家寻找。
ask-career = 面向哪个职业阶段？
ask-talent = 采取什么形式？
ask-period =
    在什么时间段？请选择，或直接输入起止时间。
    <i>例：2027年3月至2027年8月</i>
ask-weeks = 大约多长时间？
ask-funding = 经费从哪里来？
ask-call =
    准备申请哪个项目？
    请写名称，如知道截止日期也请写上。
    <i>例：ANID-NSFC 2027，2027年4月30日截止</i>
ask-budget =
    预算是多少（美元）？
    只有工作人员能看到。
ask-keywords =
    请输入关键词，最多五个。
    <i>例：锂、吸附剂、卤水</i>
ask-until =
    这项需求的有效期到什么时候？请选择，或输入日期。
    如果跳过，有效期为六个月，或到项目截止日。

period = { $from } – { $until }
day = { $date }

career-student = 在读学生
career-r1 = 博士生（R1）
career-r2 = 博士后或同等（R2）
career-r3 = 独立研究人员（R3）
career-r4 = 学科带头人（R4）
career-technician = 技术人员

talent-job = 工作岗位
talent-funding = 奖学金或资助
talent-hosting = 访问研究
talent-exchange = 人员交流
talent-training = 实习或培训

weeks-4 = 一个月以内
weeks-13 = 约 3 个月
weeks-26 = 约 6 个月
weeks-52 = 一年
weeks-104 = 两年以上

span-m3 = 3 个月
span-m6 = 6 个月
span-m12 = 12 个月

funding-own = 自有经费
funding-sought = 寻求资助
funding-offered = 提供资助
funding-call = 申请项目

budget-under-10k = 1 万以下
budget-10k-50k = 1 万至 5 万
budget-50k-250k = 5 万至 25 万
budget-over-250k = 25 万以上
budget-undisclosed = 暂不透露

wrong-not-english = 这似乎不是英文。请写一两句英文，或跳过这一步。
wrong-no-date = 没有看懂日期，或日期已过。请这样写：2027年3月至2027年8月
wrong-keyword-too-long = 每个关键词最多 { $most } 个字，中间用逗号隔开。

choice-at-once = ⚡ { $label }
form-proposed = 根据您写的内容，可能是下面的行业。请点选合适的，或查看全部。
button-add = ＋ { $field }
button-details = ＋ 补充细节
button-fields = ← 返回核对
button-clear = 删除这一项

## 能让匹配更准的问题

hints = 💡 <b>补充以下内容，匹配会更准</b>（也可以直接提交）：
hint-line = • { $question }
hint-identifies = 文字中似乎有名称、联系方式、网址或专利号，能否去掉？对外展示时不会透露您是谁。
hint-few-words = 说明比较短。能否写一下要解决什么问题、目前做到哪一步？
hint-no-figure = 能否加上一个数据或一项具体要求？
hint-title-repeats = 标题和第一句话重复了。能否用标题点出重点？
hint-vague-role = 具体希望合作方做什么？
hint-own-country = 您选了自己所在的国家，确实也要在那里找吗？
hint-no-gist = 能否加一句英文？这样使用其他语言的人也能找到。

## 需求的状态

request-submitted = 已提交
request-needs-info = 待补充
request-open = 对接中
request-paused = 已暂停
request-expired = 已到期
request-fulfilled = 已办结
request-withdrawn = 已撤回
request-rejected = 未通过
request-archived = 已归档
request-erased = 已删除

request-means-submitted = 工作人员已收到；审核后会在这里通知您。
request-means-needs-info = 还需要您补充信息。请修改需求，或直接在这里回复；30 天内没有答复将自动撤回。
request-means-open = 已通过审核，正在寻找合作方。未经您同意，不会透露您的名称。
request-means-paused = 在您恢复之前，不再寻找合作方。
request-means-expired = 有效期已过。可以续期一次；否则 90 天后归档。
request-means-fulfilled = 不再寻找合作方。如还有问题，请用 /human
request-means-withdrawn = 不再寻找合作方。可以申请重新审核，也可以提交新的需求。
request-means-rejected = 如有不同意见或可以改进，请申请重新审核；也可以用 /human 询问。
request-means-archived = 已存档，不再变动。随时可以提交新的需求。
request-means-erased = 只保留了编号和状态。

request-reason = 原因：{ $reason }
request-holds-until = 有效期至 { $date }。
reason-owner = 由提交方撤回
reason-found = 已找到合作方
reason-elsewhere = 通过其他途径找到了合作方
reason-closed = 工作人员已结案
reason-no-answer = 30 天没有答复
reason-scope = 不属于中心的服务范围
reason-duplicate = 已有相同的需求
reason-unclear = 提供或需要的内容不明确
reason-regulated = 依法应由其他主管部门办理
reason-expired = 有效期已过

own-still = 仍然有效
own-pause = 暂停
own-resume = 恢复
own-renew = 续期 6 个月
own-appeal = 申请重新审核
own-done = 已经解决
own-found = 是，通过中心
own-elsewhere = 通过其他途径

request-confirmed = ✓ 已记录：需求 { $number } 仍然有效。
request-renewed-already = 这项需求已经续期过一次。如仍需要，请提交新的需求。
done-how =
    <b>需求 { $number }：是通过中心找到合作方的吗？</b>
    之后不再为它寻找其他合作方。

remind-info =
    您的需求 <code>{ $number }</code> 还有信息待补充。
    { $title }
    请修改需求，或直接在这里回复。
remind-still-valid =
    您的需求 <code>{ $number }</code> 仍然有效吗？
    { $title }
    有效期至 { $date }。
remind-ending =
    您的需求 <code>{ $number }</code> 将于 { $date } 到期。
    { $title }
remind-paused =
    您的需求 <code>{ $number }</code> 已暂停 30 天，要恢复吗？
    { $title }

## 工作人员的决定

decide-approve = ✓ 通过
decide-info = 请其补充
decide-reject = 不予通过
decide-scope = 超出范围
decide-unclear = 内容不明
decide-duplicate = 重复提交
decide-regulated = 受管制事项
decide-pause = 暂停
decide-resume = 恢复

flag-dual-use = 两用物项
flag-genetic = 遗传资源
flag-health-data = 健康数据
flag-important-data = 重要数据或国家秘密

staff-flagged = ⚠ <b>请留意：{ $flags }。</b>不自动匹配。
staff-mentioned = ⚠ 提到：{ $flags }。
staff-request-moved = 💬 需求 { $number } 现在的状态：{ $state }。
staff-request-gone = 这项需求已不存在。
staff-why-reject =
    <b>为什么不通过需求 { $number }？</b>
    对方会看到原因，并可申请重新审核。
staff-decided = { $who }：需求 { $number } → <b>{ $state }</b>，已通知对方。
staff-request-is = 没有改动：需求 { $number } 的状态是“{ $state }”。

## 一次多个文件

album-kept =
    { $count ->
        [0] 没有收到文件。
       *[other] ✓ 收到 { $count } 个文件。
    }
album-refused = 未收：{ $count } 个。每项需求最多 { $most } 个文件，每个不超过 { $megabytes } MB，格式：{ $kinds }。

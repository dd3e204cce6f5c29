## 语言
lang-es = 西班牙语
lang-zh = 中文
lang-en = 英语
lang-pt = 葡萄牙语

## 需求类型
kind-tech-offer = 技术供给
kind-tech-request = 技术需求
kind-result-offer = 科研成果转化
kind-research = 科研合作
kind-talent-host = 接收交流人员
kind-talent-seeker = 寻求交流岗位
kind-biz-offer = 产品或服务供应
kind-biz-request = 产品或服务采购
kind-train-offer = 培训供给
kind-train-request = 培训需求
kind-invest-sought = 融资需求
kind-investor = 投资意向
kind-event = 活动、会面或来访
kind-consult = 政策法律咨询

## 研发阶段
stage-concept = 概念阶段（TRL 1–2）
stage-development = 研发阶段（TRL 3–4）
stage-lab = 实验室验证（TRL 4–5）
stage-demo = 示范或中试（TRL 6–8）
stage-market = 已上市（TRL 9）
stage-unknown = 暂不确定

## 知识产权
ipr-none = 尚无保护
ipr-know-how = 技术秘密
ipr-applied = 已申请专利或登记
ipr-granted = 已获专利或登记
ipr-unknown = 暂不确定

## 合作方式
partnership-licence = 技术许可
partnership-rd = 联合研发
partnership-pilot = 试点示范
partnership-joint-lab = 联合实验室
partnership-commercial = 商业合作
partnership-supplier = 供货
partnership-outsourcing = 外包
partnership-investment = 投资
partnership-mobility = 联合培养与交流
partnership-mou = 谅解备忘录

## 机构类型
orgtype-university = 高校
orgtype-institute = 科研院所
orgtype-micro = 企业（1–10人）
orgtype-small = 企业（11–49人）
orgtype-medium = 企业（50–249人）
orgtype-large = 企业（250人以上）
orgtype-public = 公共机构
orgtype-association = 协会
orgtype-investor = 投资机构
orgtype-individual = 个人
orgtype-other = 其他

## 国家
country-CL = 智利
country-CN = 中国
country-AR = 阿根廷
country-BO = 玻利维亚
country-BR = 巴西
country-CO = 哥伦比亚
country-CR = 哥斯达黎加
country-CU = 古巴
country-DO = 多米尼加
country-EC = 厄瓜多尔
country-GT = 危地马拉
country-HK = 中国香港
country-HN = 洪都拉斯
country-JM = 牙买加
country-MO = 中国澳门
country-MX = 墨西哥
country-NI = 尼加拉瓜
country-PA = 巴拿马
country-PE = 秘鲁
country-PY = 巴拉圭
country-SV = 萨尔瓦多
country-TT = 特立尼达和多巴哥
country-US = 美国
country-UY = 乌拉圭
country-VE = 委内瑞拉
country-ZZ = 其他国家

## 领域
area-technology = 技术供需
area-results = 成果转化
area-research = 科研合作
area-talent = 人才交流
area-business = 商务合作
area-training = 培训
area-investment = 投融资
area-event = 活动与来访
area-consultation = 政策法律咨询

## 需求状态

## 工单状态
lead-waiting = 等待认领
lead-taken = 处理中
lead-closed = 已结束

## 命令
command-start = 开始，打开菜单
command-help = 使用方法和全部命令
command-ask = 向助手提问
command-browse = 按主题浏览
command-request = 提交合作需求
command-requests = 我的合作需求
command-status = 查询需求进度
command-language = 切换语言
command-privacy = 隐私说明
command-mydata = 获取我的数据副本
command-forget = 删除我的数据
command-human = 联系中心工作人员
command-cancel = 取消当前操作
command-queue = 等待中的工单
command-next = 认领最先到期的工单
command-mine = 我的工单
command-me = 查看和修改我的工作台
command-lead = 查看工单卡片
command-claim = 认领工单
command-reply = 答复用户
command-undo = 撤回刚发给用户的答复
command-note = 添加内部备注
command-snooze = 暂停工单的提醒
command-assign = 把工单转交他人
command-find = 在需求、机构和对话中查找
command-history = 查看工单的记录
command-tag = 给工单加标签
command-merge = 把重复的工单并入另一个
command-stats = 查看工作台统计
command-canned = 发送常用答复
command-close = 结束工单
command-reopen = 重新打开工单
command-introduce = 引荐双方
command-export = 导出需求或工单表格
command-reindex = 检查内容并重建索引
command-gaps = 未能回答的问题
command-health = 系统运行状况
command-readers = 哪些工作人员只能查看
command-ban = 禁止某人给机器人发消息
command-unban = 允许某人重新发消息

## 无法读取的消息
other-voice = 我还听不了语音或音频。
other-video = 我还看不了视频。
other-sticker = 我看不懂贴纸。
other-location = 我无法使用位置信息。
other-contact = 我无法读取联系人名片。
other-poll = 我无法读取投票。
other-something = 我无法读取这类消息。

## 评分项
part-subject = 主题
part-sector = 行业
part-partnership = 合作方式
part-stage = 阶段
part-profile = 机构
part-language = 语言
part-timing = 时间与预算
part-freshness = 时效

## 主题
category-market-entry = 市场准入
category-company-setup = 设立公司
category-investment = 投资
category-tax = 税务
category-customs-trade = 海关与贸易
category-ip = 知识产权
category-technology-transfer = 技术转移
category-research-collaboration = 科研合作
category-talent-visas = 人才与签证
category-data-protection = 数据保护
category-biomedicine = 生物医药
category-agriculture-food = 农业与食品
category-standards-certification = 标准与认证
category-contracts-disputes = 合同与争议
category-funding-incentives = 资助与优惠
category-education-recognition = 教育与学历
category-centre-services = 中心服务
category-privacy-of-this-bot = 机器人隐私

## 各语言自称
own-name-es = Español
own-name-zh = 中文
own-name-en = English
own-name-pt = Português

## 表单问题
ask-area = 您的合作需求属于哪个领域？
ask-org =
    您的机构名称是什么？
    <i>如以个人名义提交，请点下面的按钮。</i>
ask-orgtype =
    属于哪类机构？
    <i>企业按员工人数划分。</i>
ask-country = 您或您的机构在哪个国家？
ask-sectors =
    属于哪些行业？最多选 3 项，第一项为主。
    <i>也可以直接输入，例如：锂。</i>
ask-title =
    请为需求起一个标题。
    <i>标题会匿名显示，请不要写机构名称、邮箱或电话。</i>
ask-desc =
    请说明您提供什么或需要什么，希望找什么样的合作方。
    <i>写上两个数据或一项具体要求，匹配会更准。请不要写名称、联系方式或机密信息。可在此附上文件。</i>
ask-stage =
    技术处于哪个阶段？如果您在找技术，最低要到哪个阶段？
    <i>如不适用，请跳过。</i>
ask-ipr =
    知识产权状况如何？
    <i>如果您在找技术，或不适用，请跳过。</i>
ask-partnership = 希望采取哪种合作方式？最多选 3 项，然后点“选好了”。
ask-langs = 您可以用哪些语言沟通？选择后点“选好了”。
ask-contact =
    工作人员怎样联系您？
    <i>可填邮箱、电话、微信或 Telegram，也可点“在这里回复我”。</i>
ask-direction-technology = 您是提供技术，还是寻找技术？
ask-direction-talent = 您是接收交流人员，还是寻找交流岗位？
ask-direction-business = 您是提供产品或服务，还是采购？
ask-direction-training = 您是提供培训，还是需要培训？
ask-direction-investment = 您是想投资，还是需要融资？
ask-consultation-title =
    请用一句话说明您要咨询什么。
    <i>例如：医疗器械在智利怎么注册。</i>
ask-consultation-desc =
    请说明具体情况：想做什么、在哪个国家、什么时候需要。
    <i>请不要写机密信息。可在此附上文件。</i>

## 好的回答示例
example-org = 例如：<i>东莞理工学院</i>
example-title = 例如：<i>低耗水盐湖卤水提锂技术</i>
example-desc = 例如：<i>寻求从盐湖卤水中提锂的工艺，要求锂回收率不低于80%，耗水量比现有工艺减少一半。我方有一套中试装置，希望与合作方共同开展为期12个月的试验。</i>
example-contact = 例如：<i>name@example.com</i> 或 <i>微信：name2026</i>

## 字段
field-org = 机构
field-orgtype = 机构类型
field-country = 国家
field-sectors = 行业
field-title = 标题
field-desc = 说明
field-stage = 研发阶段
field-ipr = 知识产权
field-partnership = 合作方式
field-langs = 语言
field-contact = 联系方式
field-kind = 类型

## 各状态的含义

# Why two sides are not matched
gate-same-organisation = 双方属于同一机构
gate-kind = 双方的供需类型不对应
gate-closed = 其中一方未开放：尚未批准、已暂停或已撤回同意
gate-expired = 其中一方已过有效期
gate-flagged = 其中一方带有敏感标记，只能由工作人员人工匹配
gate-country = 其中一方不在对方所在的国家寻找伙伴
gate-partner-type = 其中一方不是对方要找的机构类型
gate-stage = 成果的成熟度比要求低一级以上

# Why a pair with points enough is held back
cap-week = 本周已为该需求推荐五个
cap-organisation = 该机构已有三项推荐未结

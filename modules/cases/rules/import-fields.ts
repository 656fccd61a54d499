/**
 * The fields of a case that a column may hold, with the names that columns bear in the systems met so far. Compared without blanks, case
 * and punctuation. The first names are the plainest; all weigh the same.
 */
export const fieldNames = {
  external_number:
    '编号 工单编号 工单号 诉求编号 事件编号 案件编号 受理编号 信件编号 留言编号 任务编号 案件号 流水号 单号 id number casenumber caseid ticketid ticketnumber ticket requestid requestnumber servicerequestid servicerequestnum servicerequestnumber srnumber recordid referencenumber reference externalnumber',
  title: '主题 标题 诉求标题 留言主题 事件标题 问题标题 工单标题 案件名称 title subject summary headline',
  body: '详情 内容 诉求内容 留言详情 留言内容 问题描述 事件描述 描述 反映内容 来电内容 诉求详情 情况说明 正文 body description details content text comments requestdescription',
  opened_at:
    '时间 受理时间 留言时间 创建时间 登记时间 上报时间 发生时间 提交时间 来电时间 反映时间 诉求时间 立案时间 日期 受理日期 created createddate createdat createdtime opened openedat openeddate dateopened opendate requesteddatetime requestdate reportedat reporteddate submitted submittedat date',
  due_at:
    '截止时间 截止日期 办结时限 应办结时间 到期时间 到期日 要求完成时间 处理时限 办理期限 due duedate dueat dueby deadline expecteddatetime sladate sladuedate targetdate',
  closed_at:
    '办结时间 结案时间 关闭时间 完成时间 办结日期 处理完成时间 实际办结时间 closed closedate closedat closeddate dateclosed completed completeddate completedat resolvedat resolveddate',
  state: '状态 办理状态 处理状态 工单状态 案件状态 当前状态 status state srstatus casestatus requeststatus currentstatus',
  outcome: '结果 办理结果 处理结果 解决情况 是否解决 outcome result resolution resolutioncode',
  category:
    '类别 分类 类型 问题类型 问题分类 事件类型 诉求类型 诉求类别 一级分类 一级标签 标签 事项 category type srtype requesttype servicename servicetype casetype complainttype label',
  channel: '渠道 来源 诉求来源 受理渠道 来源渠道 反映渠道 诉求渠道 channel source methodreceived origin receivedvia opendatachanneltype',
  address:
    '地址 地点 详细地址 事发地址 事发地点 发生地点 发生地址 问题地点 位置 address streetaddress incidentaddress addressstring fulladdress street location',
  longitude: '经度 longitude lon lng long x x坐标 经度坐标',
  latitude: '纬度 latitude lat y y坐标 纬度坐标',
  location: '坐标 经纬度 地理坐标 位置坐标 位置 geolocation location coordinates coordinate latlon latlong latlng point geom geometry',
  organisation:
    '承办单位 主办单位 处理单位 责任单位 办理单位 处置部门 承办部门 责任部门 部门 单位 agency agencyname agencyresponsible responsibleagency department organisation organization unit owner',
  reporter_name:
    '姓名 诉求人 来电人 反映人 联系人 市民姓名 留言用户 用户 用户名 投诉人 报告人 name reporter reportername user username customer contactname',
  reporter_phone:
    '电话 手机 手机号 手机号码 联系电话 来电号码 联系方式 电话号码 phone mobile telephone phonenumber contactphone reporterphone',
  likes: '点赞数 点赞 支持数 赞成数 likes upvotes votes thumbsup',
  dislikes: '反对数 反对 点踩数 点踩 dislikes downvotes',
  area_code: '区划代码 行政区划代码 区域代码 网格编码 网格代码 社区编码 社区代码 areacode gridcode divisioncode adcode regioncode',
} as const;

export type CaseField = keyof typeof fieldNames;
export const caseFields = Object.keys(fieldNames) as CaseField[];

/** Columns that are met often and hold nothing of a case. */
export const ignoredNames =
  '序号 行号 邮编 办理天数 row index zip zipcode zipcodes postcode postalcode daysopen statusdate lastactivity lastactivitydate updated updatedat updateddatetime';

/** A column name as it is compared. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

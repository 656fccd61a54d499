/**
 * Words that carry grammar or politeness and no matter. They are taken out before grams are made, so that running text and text that was
 * segmented and cleaned elsewhere look alike. Longest first wins; none is a part of a common noun of the trade.
 */
export const stopWords: readonly string[] =
  '尊敬的领导|各位领导|敬爱的|尊敬|领导您好|你们好|您们好|你好|您好|谢谢|感谢|恳请|恳求|请求|希望|强烈|非常|十分|特别|但是|可是|因为|所以|如果|虽然|而且|并且|或者|以及|还是|就是|只是|不是|都是|也是|这是|那是|是否|为何|为什么|什么|怎么|怎样|如何|哪里|这里|那里|这个|那个|这些|那些|这样|那样|这么|那么|我们|你们|他们|她们|它们|咱们|大家|自己|本人|我们的|已经|现在|目前|一直|一下|一些|一个|没有|可以|能够|能否|可否|应该|需要|必须|之后|之前|以后|以前|然后|后来|不能|不会|不知|知道|由于|对于|关于|根据|按照|至今|此外|其他|其中|另外|以上|以下|请问|咨询|反映|投诉|建议|的|了|着|过|吗|呢|吧|啊|呀|啦|嘛|哦|和|与|及|或|在|是|有|也|都|就|才|又|还|再|很|太|更|最|把|被|让|给|对|向|从|到|由|于|以|为|而|且|但|却|则|若|如|等|之|其|这|那|哪|我|你|您|他|她|它|们|请|望|要|会|能|可|不|没|说|去|来|上|下|个|人|年|月|日'.split(
    '|',
  );

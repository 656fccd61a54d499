/**
 * The posts that exist, with their condition on a day: `vacant`, `doubled` (more than one holder), `term-over` (the holder has stayed
 * beyond the years of the term) or `filled`. For `with` and `from`; `day` is a bound parameter such as `$1::date`.
 */
export function postState(day: string): string {
  return `(
    select post.*, case when held.holders is null then 'vacant' when held.holders > 1 then 'doubled'
      when held.since + make_interval(years => post.term_years) <= ${day} then 'term-over' else 'filled' end as condition
    from organisations.post
    left join (
      select tenure.post_id, count(*) as holders, min(tenure.since) as since from organisations.tenure
      where tenure.since <= ${day} and (tenure.until is null or tenure.until > ${day}) group by tenure.post_id
    ) as held on held.post_id = post.id
    where post.removed_on is null
  )`;
}

/** Holders of `post.id` as the wire has them, those to come included. */
export function holdersOf(day: string): string {
  return `coalesce((
    select jsonb_agg(jsonb_build_object('tenureId', tenure.id, 'personId', person.id, 'name', person.name, 'from', tenure.since, 'to', tenure.until)
      order by tenure.since, tenure.id)
    from organisations.tenure join organisations.person on person.id = tenure.person_id
    where tenure.post_id = post.id and (tenure.until is null or tenure.until > ${day})
  ), '[]')`;
}

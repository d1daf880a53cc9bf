// The built-in tables, written as a user's mapping file is.
#include "indexer/readers/field_map.h"

namespace dateline {

namespace {

// The usual names of the fields of news in JSON and in the header rows of tables; among them those of
// schema.org, JSON Feed, the Washington Post's collection, AP's Media API, WordPress, NewsAPI, the Guardian's
// and the New York Times' interfaces.
constexpr std::string_view kDefaultMap = R"(
items = articles | article | items | item | data | results | response | docs | hits | entries
  | posts | stories | story | documents | records | rows | news | feed | @graph | _source
  | mainEntity | list.story

id = altids.itemid | guid | uri | id | _id | uuid | urn | article_id | story_id | doc_id | docno | @id
version = version | revision
status = pubstatus | status
embargo = embargoed | embargo
headline = headline | title | headlines | head_line | news_title | article_title | web_title
  | contents[type=title].content
subheadlines = subheadlines | subheadline | subtitle | subhead | subheading | deck | dek
  | alternative_headline
abstract = abstract | summary | description | excerpt | standfirst | lead | trail_text
  | fields.trail_text | teaser | description_summary | description_text | snippet
bylines = bylines | byline | authors | author | creator | writer | writers | by | fields.byline
  | credits.by
  | contents[type=byline].content
bylines.name = by | name | original | full_name | display_name | byline
bylines.role = role | job_title | title | position
dateline = dateline
dateline.place = located | dateline_location.city | location_created.name | filed_from
captions = captions | caption | image_captions | image_caption | photo_captions | photo_caption
  | contents[type=image] | images | image | photos | photo | pictures | picture | featured_image
  | lead_image | multimedia | gallery | figures | media
  | associations[type=picture,graphic,photo,image]
  | associations.*[type=picture,graphic,photo,image] | content_elements[type=image]
captions.text = caption | full_caption | caption_text | description_caption | description_text
  | description | text
captions.credit = credits.by | credit | credit_line | credit_text | photo_credit
  | description_credit_line
  | byline | by | bylines.by | photographer | creator | author | copyright_holder | copyright
  | source
credit = photo_credit | image_credit | caption_credit | picture_credit | credit | credits
body = contents[subtype=paragraph].content | content_elements[type=text].content | body_nitf
  | article_html | body_html | body_xhtml | content_html
  | content_original | article_body | body | body_text | full_text | article_text | content_text
  | text.paragraph | text | content | paragraphs | fields.body | fields.body_text
  | html
published = published | date_published | published_date | publish_date | published_at | published_on
  | publication_date | pub_date | web_publication_date | first_published | first_publish_date
  | display_date | story_date | issued | date_issued
  | first_created | date | date_time | created_at | date_created | created | timestamp | time
  | version_created
updated = updated | updated_at | date_updated | updated_date | modified | date_modified
  | modified_at | modified_date | last_modified | last_updated | last_updated_date | version_created
language = language | lang | in_language | locale
section = section | section_name | article_section | sections | desk | category | categories
  | channel | news_desk | taxonomy.primary_section | contents[type=kicker].content
keywords = keywords | tags | tag | news_keywords | categories | taxonomy.tags
subjects = subjects | subject | topics
publication = publication | publication_name | newspaper | outlet | publisher | provider | source
  | source_name | site_name | site
url = url | link | article_url | web_url | permalink | canonical_url | href | main_entity_of_page
  | source_link
edition = edition | print_edition
page = page | page_number | print_page
persons = persons | person | people | about[@type=Person] | mentions[@type=Person]
places = places | place | locations | about[@type=Place,City,Country,State,AdministrativeArea]
  | mentions[@type=Place,City,Country,State,AdministrativeArea] | content_location
unused = type | @type | @context | $schema | mimetype | mime_type | word_count | copyright_notice
  | usage_terms
organisations = organisations | organizations | organisation | organization | company
  | about[@type=Organization,NewsMediaOrganization,Corporation]
  | mentions[@type=Organization,NewsMediaOrganization,Corporation]
)";

// ninjs 1.x has flat keys (`body_html`), 2.x and 3.x have lists with roles (`bodies`).
constexpr std::string_view kNinjsMap = R"(
items = item | items | newsitems | data | results
id = guid | uri
version = version
status = pubstatus
embargo = embargoed
headline = headlines[role=main].value | headlines.value | headline | headline_main | headline_simple
  | title
subheadlines = headlines[role=sub,subheadline,subtitle].value | headline_sub
abstract = descriptions[role=abstract,summary,lead,text,main].value | descriptions.value
  | description_text | description_html | description_xhtml
bylines = byline | by | authors
dateline = dateline
dateline.place = located
captions = associations[type=picture,graphic] | associations.*[type=picture,graphic]
  | associations.associations[type=picture,graphic]
  | associations.*.associations.*[type=picture,graphic]
captions.text = descriptions[role=caption].value | descriptions[role=text,main,abstract].value
  | descriptions.value | description_caption | description_text | description_html
  | description_xhtml | body_text
captions.credit = descriptions[role=creditline].value | credit_line | byline | by | copyright_holder
body = bodies[contenttype=text/html,application/xhtml+xml].value
  | bodies[role=html,html5,richtext,nitf].value | body_xhtml | body_html | body_html5 | body_richtext
  | body_main
  | bodies[contenttype=text/plain].value | bodies[role=main,text].value | body_text | bodies.value
published = first_published | first_created | content_created | issued | version_created
updated = version_created | content_modified
language = language
section = service.name | services.name
keywords = keywords
subjects = subject | subjects
publication = provider | source | infosources.name | copyright_holder
url = link
persons = person | people
places = place | places
organisations = organisation | organisations
unused = type | standard | $standard | mimetype | profile | priority | representation_type
  | copyright_notice | usage_terms | char_count | word_count | read_time | expires | body_text
  | description_xhtml | description_richtext
)";

}  // namespace

const FieldMap& default_field_map() {
  static const FieldMap map = [] {
    FieldMap built_in = parse_field_map(kDefaultMap, "default map", {});
    built_in.items_stated = false;
    return built_in;
  }();
  return map;
}

const FieldMap& ninjs_field_map() {
  static const FieldMap map = [] {
    FieldMap built_in = parse_field_map(kNinjsMap, "ninjs map", {});
    built_in.items_stated = false;
    return built_in;
  }();
  return map;
}

}  // namespace dateline

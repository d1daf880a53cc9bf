#include "searcher/options.h"

#include <algorithm>
#include <array>
#include <boost/program_options.hpp>
#include <cstdlib>
#include <limits>

#include "dateline/calendar.h"
#include "dateline/nearest.h"
#include "dateline/schema.h"
#include "searcher/query/parser.h"

namespace dateline {

namespace {

namespace po = boost::program_options;

using Strings = std::vector<std::string>;

constexpr const char* kSortNames[]{"relevance", "newest", "oldest", "archive"};
constexpr const char* kMatchNames[]{"all", "any"};
constexpr const char* kColorNames[]{"auto", "always", "never"};

// One row an option. Facet fields have a filter option each, added from the schema. Short options stand
// alone, so that any other `-word` can exclude that word.
struct OptionRow {
  const char* name;
  const char* brief;  // the short option; nullptr: none
  const char* value;  // what it takes; nullptr: nothing
  bool repeats;
  const char* meaning;
};

constexpr std::array kOptions{
    OptionRow{"db", "-d", "DIR", true, "archive; repeatable, else DATELINE_DB"},
    OptionRow{"date", nullptr, "RANGE", true, "published in 2025, 2025-02, 1890..1895, 1980s, \"last week\""},
    OptionRow{"facet", nullptr, "NAME[:COUNT]", true, "count values; COUNT or all; date:UNIT"},
    OptionRow{"facet-prefix", nullptr, "TEXT", false, "only facet values with a word beginning so"},
    OptionRow{"match", nullptr, "HOW", false, "all: every plain word must be there; any: some will do"},
    OptionRow{"sort", "-s", "ORDER", false, "relevance, newest, oldest, archive"},
    OptionRow{"include-embargoed", nullptr, nullptr, false, "articles before their time too"},
    OptionRow{"limit", "-n", "N", false, "hits, or all; 0: totals and facets only"},
    OptionRow{"offset", nullptr, "N", false, "hits to leave out first"},
    OptionRow{"cursor", nullptr, "TOKEN", false, "go on after the page whose `next` this is"},
    OptionRow{"output", "-o", "FORMAT", false, "text, json, ndjson, csv, ids, articles"},
    OptionRow{"fields", nullptr, "A,B", false, "columns of csv"},
    OptionRow{"count", "-c", nullptr, false, "the number of matching articles"},
    OptionRow{"show", nullptr, "ID", false, "one article whole"},
    OptionRow{"explain", nullptr, nullptr, false, "how the query was read, and why each hit matched"},
    OptionRow{"exact", nullptr, nullptr, false, "case and accents count"},
    OptionRow{"plain", "-F", nullptr, false, "every character is text, no operators"},
    OptionRow{"color", nullptr, "WHEN", false, "auto, always, never"},
    OptionRow{"no-pager", nullptr, nullptr, false, "write to the terminal itself"},
    OptionRow{"quiet", "-q", nullptr, false, "no output, the exit code tells"},
    OptionRow{"schema", nullptr, "N", false, "version of the JSON shapes"},
    OptionRow{"help", nullptr, nullptr, false, "this text"},
    OptionRow{"version", nullptr, nullptr, false, "the program's version"},
};

std::vector<OptionRow> all_options() {
  std::vector<OptionRow> rows;
  for (const OptionRow& row : kOptions) {
    rows.push_back(row);
    if (row.name != std::string_view("db")) continue;
    for (const Field& field : kFields) {
      if (is_facet(field)) rows.push_back({field.name, nullptr, "VALUE", true, field.meaning});
    }
  }
  return rows;
}

po::options_description described(const std::vector<OptionRow>& rows) {
  po::options_description all;
  for (const OptionRow& row : rows) {
    if (!row.value)
      all.add_options()(row.name, row.meaning);
    else if (row.repeats)
      all.add_options()(row.name, po::value<Strings>()->composing(), row.meaning);
    else
      all.add_options()(row.name, po::value<std::string>(), row.meaning);
  }
  return all;
}

std::string one_of(const char* option, const std::string& value, const Strings& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  const std::string near = nearest(value, names);
  return std::string("--") + option + " takes " + list + "; not \"" + value + '"' +
         (near.empty() ? "" : " (did you mean " + near + "?)");
}

template <class Enum, std::size_t Size>
Enum choice(const char* option, const std::string& value, const char* const (&names)[Size]) {
  const auto* found = std::ranges::find(names, value);
  if (found == std::end(names)) throw UsageError(one_of(option, value, {std::begin(names), std::end(names)}));
  return static_cast<Enum>(found - std::begin(names));
}

// Boost would take -1 for 4294967295.
std::size_t number(const char* option, const std::string& value) {
  const auto parsed = parse_digits(value);
  if (!parsed || *parsed > static_cast<unsigned>(std::numeric_limits<int>::max()))
    throw UsageError(std::string("--") + option + " takes a number from 0 to 2147483647; not \"" + value +
                     '"');
  return *parsed;
}

std::optional<std::size_t> number_or_all(const char* option, const std::string& value) {
  if (value == "all") return std::nullopt;
  return number(option, value);
}

Strings split(const std::string& text, char at) {
  Strings parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(at, start), text.size());
    if (end > start) parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

Strings facet_names() {
  Strings names;
  for (const Field& field : kFields) {
    if (is_facet(field)) names.emplace_back(field.name);
  }
  names.emplace_back("date");
  return names;
}

FacetWish facet_wish(const std::string& text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  FacetWish wish;
  wish.name = text.substr(0, colon);
  const Strings names = facet_names();
  if (std::ranges::find(names, wish.name) == names.end()) throw UsageError(one_of("facet", wish.name, names));
  if (colon == text.size()) return wish;
  const std::string detail = text.substr(colon + 1);
  if (wish.name == "date")
    wish.unit = choice<DateUnit>("facet date", detail, kDateUnitNames);
  else
    wish.count = number_or_all("facet", detail);
  return wish;
}

// The arguments as Boost is to see them: short options by their long names.
Strings with_long_names(Strings arguments) {
  for (std::string& argument : arguments) {
    if (argument == "--") break;
    for (const OptionRow& row : kOptions) {
      if (row.brief && argument == row.brief) argument = std::string("--") + row.name;
    }
  }
  return arguments;
}

po::variables_map parse(const Strings& arguments) {
  po::options_description all = described(all_options());
  all.add_options()("query", po::value<Strings>()->composing(), "");
  po::positional_options_description positional;
  positional.add("query", -1);
  using namespace po::command_line_style;
  // No guessing of abbreviations, and without short options a `-word` is an argument like any other.
  const int style = allow_long | long_allow_adjacent | long_allow_next;
  po::variables_map values;
  try {
    po::store(po::command_line_parser(with_long_names(arguments))
                  .options(all)
                  .positional(positional)
                  .style(style)
                  .run(),
              values);
  } catch (const po::unknown_option& error) {
    Strings names;
    for (const OptionRow& row : all_options()) names.push_back(std::string("--") + row.name);
    const std::string near = nearest(error.get_option_name(), names);
    throw UsageError("there is no option " + error.get_option_name() +
                     (near.empty() ? "" : " (did you mean " + near + "?)"));
  } catch (const po::error& error) {
    throw UsageError(error.what());
  }
  return values;
}

Strings list(const po::variables_map& values, const char* name) {
  return values.count(name) ? values[name].as<Strings>() : Strings{};
}

std::optional<std::string> text(const po::variables_map& values, const char* name) {
  return values.count(name) ? std::optional(values[name].as<std::string>()) : std::nullopt;
}

Strings archives(const po::variables_map& values) {
  Strings paths = list(values, "db");
  const char* environment = std::getenv("DATELINE_DB");
  if (paths.empty() && environment) paths = split(environment, ':');
  return paths;
}

void read_filters(const po::variables_map& values, Request& request) {
  for (const Field& field : kFields) {
    if (!is_facet(field) || !values.count(field.name)) continue;
    for (const std::string& value : list(values, field.name)) {
      if (fold_name(value).empty()) throw UsageError(std::string("--") + field.name + " needs a value");
      request.filters[field.name].push_back(value);
    }
  }
  for (const std::string& value : list(values, "date")) {
    const ParsedRange parsed = parse_date_range(value, local_today());
    if (!parsed.range) throw UsageError("--date: " + parsed.fault);
    request.dates.push_back(*parsed.range);
  }
}

void read_facets(const po::variables_map& values, Options& options) {
  Request& request = options.request;
  for (const std::string& wishes : list(values, "facet")) {
    for (const std::string& wish : split(wishes, ',')) request.facets.push_back(facet_wish(wish));
  }
  if (options.format == Format::text && !options.count && request.facets.empty())
    request.facets = {{"person", 10, {}}, {"place", 10, {}}, {"date", 10, {}}};
  // Programs want the same shape every day; people want a table that fits.
  for (FacetWish& wish : request.facets) {
    if (wish.name == "date" && !wish.unit && options.format != Format::text) wish.unit = DateUnit::year;
  }
  request.facet_prefix = text(values, "facet-prefix").value_or("");
}

void read_page(const po::variables_map& values, Options& options) {
  Request& request = options.request;
  const bool streams = options.format != Format::text && options.format != Format::json;
  if (options.format == Format::csv || options.format == Format::articles) request.detail = Detail::article;
  if (options.format == Format::ids) request.detail = Detail::id;
  if (streams) request.limit = std::nullopt;
  if (const auto value = text(values, "limit")) request.limit = number_or_all("limit", *value);
  if (const auto value = text(values, "offset")) request.offset = number("offset", *value);
  request.cursor = text(values, "cursor").value_or("");
  if (!request.cursor.empty() && request.offset > 0)
    throw UsageError("--cursor and --offset do not go together");
  if (const auto value = text(values, "sort"))
    request.sort = choice<Sort>("sort", *value, kSortNames);
  else if (streams && !request.limit)
    request.sort = Sort::archive;
  if (options.count) request.limit = 0;
}

void read_fields(const po::variables_map& values, Options& options) {
  options.fields = split(text(values, "fields").value_or(kDefaultFields), ',');
  for (const std::string& field : options.fields) {
    const auto near = meant_field(field);
    if (near)
      throw UsageError("--fields: an article has no \"" + field + '"' +
                       (near->empty() ? "" : " (did you mean " + *near + "?)"));
  }
}

void read_query(const po::variables_map& values, Request& request) {
  const Strings arguments = list(values, "query");
  if (values.count("plain")) {
    for (const std::string& argument : arguments)
      request.text += (request.text.empty() ? "" : " ") + argument;
    request.query = parse_plain(request.text);
  } else {
    request.text = join_arguments(arguments);
    request.query = parse_query(request.text, local_today());
  }
  if (const auto value = text(values, "match")) request.match = choice<Match>("match", *value, kMatchNames);
  request.exact = values.count("exact") > 0;
  request.explain = values.count("explain") > 0;
  request.include_embargoed = values.count("include-embargoed") > 0;
}

}  // namespace

Options read_options(const Strings& arguments) {
  const po::variables_map values = parse(arguments);
  Options options;
  options.help = values.count("help") > 0;
  options.version = values.count("version") > 0;
  if (options.help || options.version) return options;
  if (const auto value = text(values, "schema"); value && value != "1")
    throw UsageError("--schema: this program writes schema 1 alone");
  if (const auto value = text(values, "output"))
    options.format = choice<Format>("output", *value, kFormatNames);
  if (const auto value = text(values, "color")) options.color = choice<When>("color", *value, kColorNames);
  options.count = values.count("count") > 0;
  options.show = text(values, "show");
  options.pager = values.count("no-pager") == 0;
  options.quiet = values.count("quiet") > 0;
  options.archives = archives(values);
  if (options.archives.empty()) throw UsageError("no archive: give --db DIR or set DATELINE_DB");
  read_query(values, options.request);
  read_filters(values, options.request);
  read_facets(values, options);
  read_page(values, options);
  read_fields(values, options);
  return options;
}

std::string search_help() {
  constexpr std::size_t kNameWidth = 32;
  std::string text =
      "Usage: dateline-search [options] [QUERY]\n"
      "Searches news archives that dateline-index made.\n\n"
      "  dateline-search -d ARCHIVE 'oil \"price cap\" (opec OR iran)'\n"
      "  dateline-search -d ARCHIVE --person Lavrov --place Turkey --date 2025-02\n"
      "  dateline-search -d ARCHIVE -o json --facet person:20,date:month headline:summit\n\n"
      "Options:\n";
  for (const OptionRow& row : all_options()) {
    std::string name = (row.brief ? std::string("  ") + row.brief + ", --" : "      --") + row.name +
                       (row.value ? std::string(" ") + row.value : "");
    name.resize(std::max(name.size() + 1, kNameWidth), ' ');
    text += name + row.meaning + "\n";
  }
  return text + "\nExit status: 0 found, 1 nothing found, 2 trouble.\n";
}

}  // namespace dateline

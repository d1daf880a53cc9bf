#include "indexer/options.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <cstdlib>

#include "dateline/nearest.h"
#include "indexer/readers/reader.h"

namespace dateline {

namespace po = boost::program_options;

namespace {

constexpr std::size_t kHelpWidth = 80;
constexpr std::size_t kHelpIndent = 28;  // where the meaning of an option begins
constexpr std::uint64_t kMaxJobs = 256;
constexpr std::uint64_t kMaxSeconds = 1'000'000'000;

constexpr const char* kUsage =
    "Usage: dateline-index [options] --db ARCHIVE PATH...\n"
    "       dateline-index --dry-run [options] PATH...\n"
    "       dateline-index --db ARCHIVE --check | --compact | --export | --stats |\n"
    "                      --relink | --recognise | --suggest-aliases\n"
    "\n"
    "Reads news articles, finds the persons, places and dates in them, and keeps them\n"
    "in an archive that dateline-search answers from. PATH is a file, a directory, or\n"
    "- for standard input.\n";

po::options_description command_options() {
  po::options_description all("Commands");
  auto add = all.add_options();
  add("dry-run", "print every article as JSON, write nothing");
  add("export", "print every article of the archive as JSON");
  add("check", "check the archive for damage");
  add("compact", "rewrite the archive as small as it goes");
  add("stats", "print what the archive holds");
  add("relink", "apply the authority file to every article, reading no sources");
  add("recognise", "find the names of every article anew, reading no sources");
  add("suggest-aliases", "print names that may be one, as lines for the authority file");
  add("list-formats", "print the formats that are read");
  add("help", "print this help");
  add("version", "print the version");
  return all;
}

po::options_description run_options() {
  const auto text = [](const char* shown) { return po::value<std::string>()->value_name(shown); };
  const auto list = [](const char* shown) {
    return po::value<std::vector<std::string>>()->value_name(shown);
  };
  po::options_description all("Options");
  auto add = all.add_options();
  add("db,d", text("DIR"), "the archive; also DATELINE_DB");
  add("format,f", text("NAME"), "read every PATH as this format (see --list-formats); default: by content");
  add("map", text("FILE"), "which keys of JSON or columns of tables fill which fields");
  add("files-from", text("FILE"), "read more PATHs from FILE, one a line; - is standard input");
  add("null,0", "PATHs of --files-from end in NUL");
  add("root", text("DIR"), "remember paths relative to DIR; the archive keeps it");
  add("set", list("KEY=VALUE"), "fill publication, section, language or edition where the source is silent");
  add("entities", text("WHICH"), "persons and places to keep: both, text, metadata or none; default: both");
  add("home", text("COUNTRY"), "the publication's country, ISO 3166-1 alpha-2");
  add("gazetteer", text("FILE"), "know the places of this table of GeoNames' too");
  add("authority", text("FILE"), "preferred names and aliases; the archive keeps it");
  add("jobs,j", text("N"), "worker threads; default: one a core");
  add("full", "read files again that have not changed");
  add("retry-failed", "read failed files again though they have not changed");
  add("include", list("GLOB"), "in directories, read only files that match");
  add("exclude", list("GLOB"), "in directories, leave out what matches");
  add("follow", "follow links to directories");
  add("min-age", text("SECONDS"), "leave files that changed less than this ago");
  add("wait", text("SECONDS"), "wait so long for another run to end; default: 0");
  add("mentions", "with --dry-run and --export: list where each name stands");
  add("report", text("FILE"), "write a report of the run as JSON; - is standard output");
  add("progress", text("WHEN"), "auto (on a terminal), always or never; default: auto");
  add("strict", "exit with 1 for failures of earlier runs too");
  add("quiet,q", "print errors only");
  add("verbose,v", "print each file's warnings; with --mentions, why each is a name");
  return all;
}

po::options_description hidden_options() {
  po::options_description all;
  all.add_options()("path", po::value<std::vector<std::string>>());
  return all;
}

std::uint64_t number(const std::string& option, const std::string& text, std::uint64_t most) {
  std::uint64_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size() || text.empty() || value > most)
    throw UsageError("--" + option + " takes a number from 0 to " + std::to_string(most) + ", not '" + text +
                     "'");
  return value;
}

// The one of `names` that `text` is; its place in the list is the enum's value.
std::size_t choice(const std::string& option, const std::string& text,
                   const std::vector<std::string>& names) {
  const auto found = std::ranges::find(names, text);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  throw UsageError("--" + option + " takes one of " + all + ", not '" + text + "'");
}

std::map<std::string, std::string> settings(const std::vector<std::string>& pairs) {
  const std::vector<std::string> known{"publication", "section", "language", "edition"};
  std::map<std::string, std::string> all;
  for (const std::string& pair : pairs) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string::npos) throw UsageError("--set takes KEY=VALUE, not '" + pair + "'");
    const std::string key = pair.substr(0, equals);
    choice("set", key, known);
    all[key] = pair.substr(equals + 1);
  }
  return all;
}

void check_format(const std::string& name) {
  if (name.empty() || name == "auto" || find_format(name)) return;
  std::vector<std::string> names;
  for (const Format& format : formats()) names.emplace_back(format.name);
  const std::string near = nearest(name, names);
  throw UsageError("no format '" + name + "'" + (near.empty() ? "" : "; did you mean '" + near + "'?") +
                   " (see --list-formats)");
}

Command command_of(const po::variables_map& given) {
  constexpr std::pair<const char*, Command> kCommands[]{{"help", Command::help},
                                                        {"version", Command::version},
                                                        {"list-formats", Command::list_formats},
                                                        {"dry-run", Command::dry_run},
                                                        {"check", Command::check},
                                                        {"compact", Command::compact},
                                                        {"export", Command::export_articles},
                                                        {"relink", Command::relink},
                                                        {"recognise", Command::recognise},
                                                        {"suggest-aliases", Command::suggest_aliases},
                                                        {"stats", Command::stats}};
  Command command = Command::index;
  const char* first = nullptr;
  for (const auto& [name, value] : kCommands) {
    if (given.count(name) == 0) continue;
    if (first) throw UsageError(std::string("--") + first + " and --" + name + " do not go together");
    first = name;
    command = value;
    if (value == Command::help || value == Command::version) break;
  }
  return command;
}

void check_needs(const IndexOptions& options) {
  const bool reads = options.command == Command::index || options.command == Command::dry_run;
  const bool needs_archive = options.command != Command::dry_run && options.command < Command::list_formats;
  if (needs_archive && options.db.empty()) throw UsageError("which archive? Give --db DIR");
  if (reads && options.paths.empty() && options.files_from.empty())
    throw UsageError("nothing to read: give a PATH");
  if (!reads && !options.paths.empty())
    throw UsageError("this command takes no PATH: '" + options.paths[0] + "'");
  const bool from_input = std::ranges::find(options.paths, "-") != options.paths.end();
  if (from_input && options.format.empty()) throw UsageError("reading standard input needs --format NAME");
  if (from_input && options.files_from == "-")
    throw UsageError("standard input cannot be both PATH and --files-from");
}

IndexOptions from_variables(const po::variables_map& given) {
  const auto text = [&](const char* name) { return given.count(name) ? given[name].as<std::string>() : ""; };
  const auto list = [&](const char* name) {
    return given.count(name) ? given[name].as<std::vector<std::string>>() : std::vector<std::string>{};
  };
  const auto flag = [&](const char* name) { return given.count(name) > 0; };
  const auto counted = [&](const char* name, std::uint64_t most) {
    return given.count(name) ? number(name, text(name), most) : 0;
  };
  IndexOptions options;
  options.command = command_of(given);
  options.db = text("db");
  if (const char* db = std::getenv("DATELINE_DB"); options.db.empty() && db) options.db = db;
  options.paths = list("path");
  check_format(text("format"));
  options.format = text("format") == "auto" ? "" : text("format");
  if (flag("map")) options.map = load_field_map(text("map"));
  options.files_from = text("files-from");
  options.nul_separated = flag("null");
  options.root = text("root");
  options.set = settings(list("set"));
  if (flag("entities"))
    options.entities =
        EntityChoice(choice("entities", text("entities"), {"both", "text", "metadata", "none"}));
  options.home = text("home");
  options.gazetteer = text("gazetteer");
  options.authority = text("authority");
  options.jobs = static_cast<unsigned>(counted("jobs", kMaxJobs));
  options.full = flag("full");
  options.retry_failed = flag("retry-failed");
  options.walk = {list("include"), list("exclude"), flag("follow"),
                  static_cast<std::int64_t>(counted("min-age", kMaxSeconds))};
  options.wait_seconds = static_cast<std::uint32_t>(counted("wait", kMaxSeconds));
  options.mentions = flag("mentions");
  options.report = text("report");
  if (flag("progress"))
    options.progress = Progress(choice("progress", text("progress"), {"auto", "always", "never"}));
  options.strict = flag("strict");
  options.quiet = flag("quiet");
  options.verbose = flag("verbose");
  return options;
}

std::string unknown_option(const std::string& given) {
  std::vector<std::string> names;
  for (const auto& group : {command_options(), run_options()}) {
    for (const auto& option : group.options()) names.push_back("--" + option->long_name());
  }
  const std::string near = nearest(given.substr(0, given.find('=')), names);
  return "unknown option '" + given + "'" + (near.empty() ? "" : "; did you mean '" + near + "'?");
}

// Appends the text in lines of kHelpWidth columns at most, the second and later ones below the first.
void append_wrapped(std::string& out, std::string_view text) {
  while (text.size() > kHelpWidth - kHelpIndent) {
    const std::size_t end = text.rfind(' ', kHelpWidth - kHelpIndent);
    out.append(text.substr(0, end)).append("\n").append(kHelpIndent, ' ');
    text.remove_prefix(end + 1);
  }
  out.append(text).append("\n");
}

std::string help_lines(const po::options_description& group) {
  std::string out;
  for (const auto& option : group.options()) {
    const std::string brief = option->canonical_display_name(po::command_line_style::allow_dash_for_short);
    const bool has_brief = brief.size() == 2;
    std::string line = (has_brief ? "  " + brief + ", --" : std::string("      --")) + option->long_name();
    if (option->semantic()->max_tokens() > 0) line += " " + option->format_parameter();
    line.resize(std::max(line.size() + 2, kHelpIndent), ' ');
    append_wrapped(out += line, option->description());
  }
  return out;
}

}  // namespace

IndexOptions parse_options(int argc, const char* const* argv) {
  po::options_description all;
  all.add(command_options()).add(run_options()).add(hidden_options());
  po::positional_options_description paths;
  paths.add("path", -1);
  namespace style = po::command_line_style;
  constexpr int kStyle = style::unix_style & ~style::allow_guessing;
  po::variables_map given;
  try {
    const auto parsed =
        po::command_line_parser(argc, argv).options(all).positional(paths).style(kStyle).run();
    for (const auto& option : parsed.options) {
      if (option.string_key == "path" && option.position_key < 0) throw UsageError(unknown_option("--path"));
    }
    po::store(parsed, given);
  } catch (const po::unknown_option& unknown) {
    throw UsageError(unknown_option(unknown.get_option_name()));
  } catch (const po::error& fault) {
    throw UsageError(fault.what());
  }
  IndexOptions options = from_variables(given);
  check_needs(options);
  return options;
}

std::string index_help() {
  return kUsage + ("\nCommands:\n" + help_lines(command_options())) + "\nOptions:\n" +
         help_lines(run_options()) +
         "\nExit status: 0 all is well; 1 a file or article failed, the rest is in; 2 the run\n"
         "could not start or finish; 75 another run is writing the archive.\n";
}

}  // namespace dateline

#include <cerrno>
#include <csignal>
#include <cstring>
#include <iostream>

#include "indexer/failure.h"
#include "indexer/index_run.h"
#include "indexer/maintain.h"
#include "indexer/options.h"
#include "indexer/readers/reader.h"
#include "indexer/relink.h"
#include "indexer/suggest_aliases.h"

namespace {

using namespace dateline;

int print_formats() {
  for (const Format& format : formats()) {
    std::string name = format.name;
    name.resize(15, ' ');
    std::cout << name << format.summary << '\n';
  }
  return 0;
}

int print(const std::string& text) { return std::cout << text, 0; }

int run(const IndexOptions& options) {
  switch (options.command) {
    case Command::index:
      return run_index(options);
    case Command::dry_run:
      return run_dry(options);
    case Command::export_articles:
      return run_export(options);
    case Command::check:
      return run_check(options);
    case Command::compact:
      return run_compact(options);
    case Command::stats:
      return run_stats(options);
    case Command::relink:
    case Command::recognise:
      return run_relink(options);
    case Command::suggest_aliases:
      return run_suggest_aliases(options);
    case Command::list_formats:
      return print_formats();
    case Command::help:
      return print(index_help());
    case Command::version:
      return print("dateline-index " DATELINE_VERSION "\n");
  }
  return 2;
}

// A closed pipe ends quietly; output that is lost for any other reason is told.
int finish_output(int code) {
  std::cout.flush();
  if (std::cout || errno == EPIPE) return code;
  std::cerr << "dateline-index: standard output: " << std::strerror(errno) << '\n';
  return kExitTrouble;
}

}  // namespace

int main(int argc, char** argv) try {
  std::ios::sync_with_stdio(false);
  std::signal(SIGPIPE, SIG_IGN);
  return finish_output(run(parse_options(argc, argv)));
} catch (...) {
  const Failure failure = current_failure();
  std::cerr << "dateline-index: " << failure.why << '\n';
  return failure.exit;
}

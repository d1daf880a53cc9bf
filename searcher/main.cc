#include <xapian.h>
#include <csignal>
#include <iostream>

#include "searcher/run.h"
#include "searcher/search/archive.h"

namespace {

int trouble(const std::string& message) {
  std::cerr << "dateline-search: " << message << "\n";
  return 2;
}

}  // namespace

int main(int count, char** arguments) {
  // Writing to a closed pipe is then an error that Output tells from others.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    const dateline::Options options = dateline::read_options({arguments + 1, arguments + count});
    if (options.help) return std::cout << dateline::search_help(), 0;
    if (options.version) return std::cout << "dateline-search " DATELINE_VERSION "\n", 0;
    return dateline::run(options);
  } catch (const dateline::ClosedPipe&) {
    return 0;
  } catch (const dateline::UsageError& error) {
    return trouble(std::string(error.what()) + "\nTry 'dateline-search --help'.");
  } catch (const dateline::QueryError& error) {
    const std::string place = error.column > 0 ? "query, column " + std::to_string(error.column) + ": " : "";
    return trouble(place + error.what());
  } catch (const Xapian::Error& error) {
    return trouble(dateline::sentence(error));
  } catch (const std::exception& error) {
    return trouble(error.what());
  }
}

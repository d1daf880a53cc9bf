#include "indexer/run_files.h"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <ctime>
#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <thread>

#include "indexer/entities/wider_gazetteer.h"
#include "indexer/pipeline.h"
#include "indexer/prepare.h"

namespace dateline {

namespace fs = std::filesystem;

namespace {

std::atomic<int> caught_signal = 0;
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may set it");

std::vector<std::string> listed_paths(const IndexOptions& options) {
  std::vector<std::string> paths;
  if (options.files_from.empty()) return paths;
  std::ifstream file;
  if (options.files_from != "-") file.open(options.files_from);
  std::istream& in = options.files_from == "-" ? std::cin : file;
  if (!in) throw std::runtime_error(options.files_from + ": cannot be read");
  for (std::string line; std::getline(in, line, options.nul_separated ? '\0' : '\n');) {
    if (!line.empty()) paths.push_back(line);
  }
  if (in.bad()) throw std::runtime_error(options.files_from + ": cannot be read");
  return paths;
}

void set_id(Article& article, bool one_of_many) {
  if (article.id.empty()) article.id = made_up_id(article, one_of_many, {});
}

}  // namespace

unsigned thread_count(const IndexOptions& options) {
  return options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
}

fs::path data_directory() {
  const fs::path program = fs::read_symlink("/proc/self/exe").parent_path();
  const fs::path beside = program / "data";
  return fs::exists(beside) ? beside : program.parent_path() / "share" / "dateline";
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  char text[32];
  const std::size_t size = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return {text, size};
}

RunFiles find_files(const IndexOptions& options) {
  std::vector<std::string> paths = options.paths;
  std::ranges::copy(listed_paths(options), std::back_inserter(paths));
  const bool from_input = std::erase(paths, kStandardInput) > 0;
  RunFiles found{walk(paths, options.walk), {}};
  found.issues = join_issues(found.files);
  if (from_input) found.files.insert(found.files.begin(), FoundFile{kStandardInput, 0, 0, true});
  return found;
}

Remembered::Remembered(const std::string& root)
    : root_(root.empty() ? fs::path() : fs::absolute(root).lexically_normal()) {}

std::string Remembered::name(const fs::path& path) const {
  if (path == kStandardInput) return kStandardInput;
  const fs::path absolute = fs::absolute(path).lexically_normal();
  if (root_.empty()) return absolute.string();
  const fs::path below = absolute.lexically_relative(root_);
  return below.empty() || *below.begin() == ".." ? absolute.string() : below.string();
}

namespace {

Gazetteer gazetteer_for(const IndexOptions& options) {
  const fs::path base = data_directory() / "gazetteer.dat";
  if (options.gazetteer.empty()) return Gazetteer(base);
  return wider_gazetteer(base, options.gazetteer, options.command == Command::dry_run ? "" : options.db);
}

}  // namespace

EntityFinder make_finder(const IndexOptions& options) {
  EntityFinder finder(gazetteer_for(options), data_directory() / "model.dat");
  if (!finder.model_fault().empty())
    std::cerr << "dateline-index: " << finder.model_fault() << "; names are found by rules alone\n";
  return finder;
}

void read_files(const IndexOptions& options, const Authority& authority, const std::vector<FoundFile>& files,
                const IssueFiles& issues, const Remembered& remembered, const std::string& indexed,
                Build build, const std::function<bool(std::size_t, PreparedPiece)>& use) {
  if (files.empty()) return;
  const EntityFinder finder = make_finder(options);
  const bool explain = build == Build::no && options.mentions && options.verbose;
  const PrepareSettings settings{options.set, options.entities, options.home,
                                 indexed,     authority,        Explain(explain)};
  const unsigned threads = thread_count(options);
  std::vector<WordForms> forms(threads);

  const auto prepare_piece = [&](ReadPiece& read, unsigned worker) {
    PreparedPiece piece;
    for (Article& article : read.articles) {
      prepare(article, settings, finder);
      set_id(article, read.one_of_many);
      ReadyArticle ready{std::move(article), {}};
      if (build == Build::documents) ready.built = build_document(ready.article, forms[worker]);
      piece.ready.push_back(std::move(ready));
    }
    read.articles.clear();
    piece.read = std::move(read);
    return piece;
  };
  using Files = Pipeline<PreparedPiece>;
  const Files* running = nullptr;
  Files pipeline(files.size(), threads, [&](std::size_t file, const Files::Emit& emit) {
    read_file(
        files[file], remembered.name(files[file].path), {options.format, {}, options.map, &issues},
        [&](ReadPiece read) {
          auto shared = std::make_shared<ReadPiece>(std::move(read));
          emit([&, shared](unsigned worker) { return prepare_piece(*shared, worker); });
        },
        [&] { return running->stopped() || signal_caught() != 0; });
  });
  running = &pipeline;
  pipeline.run([&](std::size_t file, PreparedPiece piece) {
    return signal_caught() == 0 && use(file, std::move(piece));
  });
}

void catch_signals() {
  struct sigaction action {};
  action.sa_handler = [](int number) { caught_signal = number; };
  action.sa_flags = SA_RESTART;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

int signal_caught() { return caught_signal; }

}  // namespace dateline

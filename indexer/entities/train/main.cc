// dateline-train: makes model.dat from tagged and untagged text. docs/TRAINING.md tells how to run it.

#include <boost/program_options.hpp>
#include <fstream>
#include <iomanip>
#include <iostream>

#include "indexer/entities/train/gold.h"
#include "indexer/entities/train/score.h"
#include "indexer/entities/train/trainer.h"
#include "indexer/run_files.h"

namespace {

using namespace dateline;
namespace fs = std::filesystem;
namespace po = boost::program_options;

struct Options {
  TrainingInput input;
  fs::path out;
  fs::path report;
};

Options parse(int argc, char** argv) {
  Options options;
  std::vector<std::string> columns;
  po::options_description known;
  auto add = known.add_options();
  add("gold", po::value(&options.input.gold)->required());
  add("columns", po::value(&columns)->multitoken()->required());
  add("raw", po::value(&options.input.raw)->required());
  add("out", po::value(&options.out)->required());
  add("report", po::value(&options.report)->required());
  po::variables_map values;
  po::store(po::parse_command_line(argc, argv, known), values);
  po::notify(values);
  options.input.columns.assign(columns.begin(), columns.end());
  return options;
}

void print(std::ostream& out, const char* what, const EntityScores& scores) {
  out << what;
  const auto one = [&out](const char* kind, const Score& score) {
    out << "  " << kind << ' ' << score.precision() << ' ' << score.recall() << ' ' << score.f1();
  };
  out << std::fixed << std::setprecision(4);
  one("persons", scores.persons);
  one("places", scores.places);
  one("places of the gazetteer", scores.known_places);
  one("organisations", scores.organisations);
  out << '\n';
}

void report_scores(const Gazetteer& gazetteer, const Options& options, std::ostream& out) {
  std::vector<Example> held_out = read_gold(options.input.gold);
  std::erase_if(held_out, [](const Example& example) { return !is_held_out(example.name); });
  out << "the corpus's held-out fifth, " << held_out.size() << " articles: precision, recall, F1\n";
  print(out, "model", score(gazetteer, EntityFinder(data_directory(), options.out), held_out));
  print(out, "rules", score(gazetteer, EntityFinder(data_directory(), ""), held_out));
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const Options options = parse(argc, argv);
    std::ofstream report(options.report);
    const Gazetteer gazetteer(data_directory() / "gazetteer.dat");
    train(gazetteer, options.input, options.out, report);
    report_scores(gazetteer, options, report);
    if (!report.flush()) throw std::runtime_error(options.report.string() + ": cannot be written");
    return 0;
  } catch (const std::exception& fault) {
    std::cerr << "dateline-train: " << fault.what() << '\n';
    return 2;
  }
}

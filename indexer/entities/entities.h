// Who and where: the persons, places and organisations of an article.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "dateline/article.h"

namespace dateline {

class Gazetteer;

// Which entities an article gets.
enum class EntityChoice : std::uint8_t {
  both,
  text,      // recognised ones only
  metadata,  // tagged ones only
  none,
};

// Finds names in text, joins the short forms of one person, resolves places, and meets them with the source's
// tags. Deterministic: the same article gives the same entities on every machine. One finder serves many
// threads.
class EntityFinder {
 public:
  // `data` holds the compiled gazetteer and the trained model. Throws std::runtime_error, naming the file,
  // where the gazetteer is missing or damaged. Without a usable model the rules alone find the names.
  explicit EntityFinder(const std::filesystem::path& data);
  // With the model of that file; an empty path is no model.
  EntityFinder(const std::filesystem::path& data, const std::filesystem::path& model);
  // With a gazetteer that is open already.
  EntityFinder(Gazetteer gazetteer, const std::filesystem::path& model);
  ~EntityFinder();

  // Why there is no model; empty where there is one, or none was asked for.
  [[nodiscard]] const std::string& model_fault() const;

  // Fills persons, places and organisations by `choice`: recognised in the text, tagged by the source, or
  // both, met in one entity each. Lists of an article in `dateline-json` are final and stay as they are.
  // `home` is the publication's country (ISO 3166-1 alpha-2) or empty.
  void find(Article& article, EntityChoice choice, const std::string& home) const;

 private:
  void find_in_text(Article& article, const std::string& home) const;

  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace dateline

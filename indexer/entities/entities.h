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

// Whether each mention says why it was taken (Mention::why).
enum class Explain : bool { no, yes };

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
  EntityFinder(EntityFinder&&) noexcept;
  ~EntityFinder();

  // Why there is no model; empty where there is one, or none was asked for.
  [[nodiscard]] const std::string& model_fault() const;

  [[nodiscard]] const Gazetteer& gazetteer() const;

  // Whether names in text of this language (BCP 47; unknown: read as English) are found by more than the
  // gazetteer.
  [[nodiscard]] static bool reads(const std::string& language);

  // Fills persons, places and organisations by `choice`: recognised in the text, tagged by the source, or
  // both, met in one entity each. Lists of an article in `dateline-json` are final and stay as they are.
  // `home` is the publication's country (ISO 3166-1 alpha-2) or empty. What the source tagged stays in
  // article.tagged.
  void find(Article& article, EntityChoice choice, const std::string& home,
            Explain explain = Explain::no) const;

 private:
  [[nodiscard]] Names names_in(const Article& article, const std::string& home, Explain explain) const;
  void find_in_text(Article& article, const std::string& home, Explain explain) const;

  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace dateline

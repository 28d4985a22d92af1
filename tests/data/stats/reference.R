# The same figures by R, to hold scipy's against: prints the largest relative difference.
#
#	apt-get install r-base-core
#	Rscript tests/data/stats/reference.R tests/data/stats

folder <- commandArgs(trailingOnly = TRUE)[1]
answers <- read.csv(file.path(folder, "answers.csv"))
figures <- read.csv(file.path(folder, "figures.csv"))
alphas <- read.csv(file.path(folder, "alpha.csv"))
worst <- 0

compare <- function(what, mine, theirs) {
  if (is.na(theirs)) return(invisible())
  off <- abs(mine - theirs) / max(abs(theirs), 1e-300)
  if (theirs == 0) off <- abs(mine)
  if (is.na(off) || off > 1e-9) cat("differs:", what, mine, theirs, "\n")
  worst <<- max(worst, off)
}

for (i in seq_len(nrow(figures))) {
  item <- figures$item[i]
  both <- merge(answers[answers$wave == 1, c("respondent", item)],
                answers[answers$wave == 2, c("respondent", item)], by = "respondent")
  both <- both[complete.cases(both), ]
  before <- both[[2]]; after <- both[[3]]
  compare(paste(item, "pairs"), nrow(both), figures$pairs[i])
  for (wave in 1:2) {
    x <- na.omit(answers[answers$wave == wave, item])
    compare(paste(item, "n"), length(x), figures[i, paste0("n", wave)])
    compare(paste(item, "mean"), mean(x), figures[i, paste0("mean", wave)])
    compare(paste(item, "median"), median(x), figures[i, paste0("median", wave)])
  }
  if (is.na(figures$p[i])) next
  d <- after - before
  nonzero <- d[d != 0]
  exact <- length(nonzero) == length(d) && length(d) <= 50 && !anyDuplicated(abs(d))
  test <- suppressWarnings(wilcox.test(after, before, paired = TRUE, exact = exact, correct = TRUE))
  compare(paste(item, "w"), unname(test$statistic), figures$w[i])
  compare(paste(item, "p"), test$p.value, figures$p[i])
}
for (wave in 1:2) {
  x <- answers[answers$wave == wave, c("comfort", "anxiety", "support", "trust")]
  x <- x[complete.cases(x), ]
  x$anxiety <- 11 - x$anxiety
  k <- ncol(x)
  compare("alpha", k / (k - 1) * (1 - sum(apply(x, 2, var)) / var(rowSums(x))), alphas$alpha[wave])
}
cat("largest relative difference:", worst, "\n")

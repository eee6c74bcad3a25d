using Microsoft.CodeAnalysis;

namespace Foldstream.TestKit;

// Proofs of incrementality, in both directions: what an unrelated edit must leave alone, and what a real edit must reach.
public sealed partial class GeneratorRun
{
    private static readonly IncrementalStepRunReason[] Changes =
        [IncrementalStepRunReason.New, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Removed];

    /// <summary>Why each output of the step of this tracking name is what it is, over all generators.</summary>
    /// <exception cref="ArgumentException">No step of this name ran.</exception>
    public IReadOnlyList<IncrementalStepRunReason> GetTrackedSteps(string name)
    {
        var reasons = Reasons(Result.Results.SelectMany(generator => generator.TrackedSteps).Where(step => step.Key == name).SelectMany(step => step.Value));
        return reasons.Count > 0 ? reasons : throw new ArgumentException($"No step is tracked as {name}, but: {string.Join(", ", StepNames())}.", nameof(name));
    }

    /// <summary>Fails unless the step ran again on the edited code and found the models that it had found before.</summary>
    /// <returns>This run.</returns>
    public GeneratorRun AssertModelUnchanged(string stepName)
    {
        var reasons = GetTrackedSteps(stepName);
        if (reasons.Any(Changes.Contains))
            Assert.Fail($"The model of step {stepName} should be Unchanged, but is: {string.Join(", ", reasons)}. Has each part of the model value equality?");
        if (!reasons.Contains(IncrementalStepRunReason.Unchanged))
            Assert.Fail($"Step {stepName} did not run again ({string.Join(", ", reasons)}), so the edit proves nothing about its model.");
        return this;
    }

    /// <summary>Fails unless the step found a new, another or no model where there was one.</summary>
    /// <returns>This run.</returns>
    public GeneratorRun AssertModelModified(string stepName)
    {
        var reasons = GetTrackedSteps(stepName);
        if (!reasons.Any(Changes.Contains))
            Assert.Fail($"The model of step {stepName} should have changed, but is: {string.Join(", ", reasons)}.");
        return this;
    }

    /// <summary>Fails unless every output was taken from the run before.</summary>
    /// <returns>This run.</returns>
    public GeneratorRun AssertOutputsCached()
    {
        var reasons = OutputReasons();
        if (reasons.Any(reason => reason != IncrementalStepRunReason.Cached))
            Assert.Fail($"All outputs should be Cached, but are: {string.Join(", ", reasons)}.");
        return this;
    }

    /// <summary>Fails unless at least one output was written anew.</summary>
    /// <returns>This run.</returns>
    public GeneratorRun AssertOutputsModified()
    {
        var reasons = OutputReasons();
        if (!reasons.Any(Changes.Contains))
            Assert.Fail($"An output should have changed, but they are: {string.Join(", ", reasons)}.");
        return this;
    }

    private IReadOnlyList<IncrementalStepRunReason> OutputReasons()
    {
        var reasons = Reasons(Result.Results.SelectMany(generator => generator.TrackedOutputSteps).SelectMany(step => step.Value));
        if (reasons.Count == 0)
            Assert.Fail("No generator registered an output for this code, so there is nothing to be cached or modified.");
        return reasons;
    }

    private IEnumerable<string> StepNames() => Result.Results.SelectMany(generator => generator.TrackedSteps.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static IReadOnlyList<IncrementalStepRunReason> Reasons(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        [.. steps.SelectMany(step => step.Outputs).Select(output => output.Reason)];
}

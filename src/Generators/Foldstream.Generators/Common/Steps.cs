namespace Foldstream.Generators;

/// <summary>The names of the pipeline's steps, by which tests find them.</summary>
internal static class Steps
{
    public const string Aggregates = nameof(Aggregates);
    public const string Deciders = nameof(Deciders);
    public const string Subscriptions = nameof(Subscriptions);
    public const string Projections = nameof(Projections);
    public const string States = nameof(States);
    public const string Folds = nameof(Folds);
    public const string Events = nameof(Events);
    public const string EventNames = nameof(EventNames);
    public const string Shapes = nameof(Shapes);
    public const string UpcastChains = nameof(UpcastChains);
    public const string HandlingTypes = nameof(HandlingTypes);
    public const string HintCollisions = nameof(HintCollisions);
    public const string ProjectNames = nameof(ProjectNames);
    public const string Catalogue = nameof(Catalogue);
}

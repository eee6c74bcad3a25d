using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>Holds the events against the baseline beside the project; silent where there is none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BaselineRule() : Rule(
    BaselineDescriptors.Malformed,
    BaselineDescriptors.RemovedEvent,
    BaselineDescriptors.BrokenMember,
    BaselineDescriptors.BrokenEnum,
    BaselineDescriptors.BrokenDiscriminator,
    BaselineDescriptors.Uncovered,
    BaselineDescriptors.Outdated)
{
    /// <summary>The property of a diagnostic that has the event's documentation id.</summary>
    public const string EventProperty = "Event";

    protected override void Register(CompilationStartAnalysisContext context)
    {
        if (BaselineFile.Find(context.Options.AdditionalFiles, context.CancellationToken) is not { } file)
            return;
        try
        {
            var baseline = file.Read();
            var events = KnownEvents.Of(context.Compilation);
            context.RegisterAdditionalFileAction(found => ReportRemoved(found, file, baseline, events));
            context.RegisterSymbolAction(symbol => Analyze(symbol, baseline, events), SymbolKind.NamedType);
        }
        catch (MalformedTextException exception)
        {
            context.RegisterAdditionalFileAction(found => ReportMalformed(found, file, exception));
        }
    }

    private static void ReportMalformed(AdditionalFileAnalysisContext context, BaselineFile file, MalformedTextException exception)
    {
        if (file.Is(context.AdditionalFile))
            context.ReportDiagnostic(Diagnostic.Create(BaselineDescriptors.Malformed, file.Place(exception.Start, exception.Length), file.Path, exception.Message));
    }

    private static void ReportRemoved(AdditionalFileAnalysisContext context, BaselineFile file, SchemaBaseline baseline, KnownEvents events)
    {
        if (!file.Is(context.AdditionalFile))
            return;
        var names = new HashSet<string?>(events.Own.Select(EventShape.StoredName), StringComparer.Ordinal);
        foreach (var known in baseline.Events.Where(known => !names.Contains(known.Name)))
        {
            var message = $"Event '{known.Name}' may be stored, and was removed or renamed, so that it cannot be read: give an event this stored name, or remove it from {SchemaBaseline.File} if it was never stored";
            context.ReportDiagnostic(Diagnostic.Create(BaselineDescriptors.RemovedEvent, file.Place(known.Start, known.Length), message));
        }
    }

    private static void Analyze(SymbolAnalysisContext context, SchemaBaseline baseline, KnownEvents events)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!EventShape.IsEvent(type) || EventSchemaShape.Of(type) is not { } schema)
            return;
        var checking = new BaselineCheck(context, type, schema);
        var known = baseline.Find(schema.Name);
        checking.CheckSchema(known);
        if (known is not null && events.VersionsOf(type) is { } versions && SymbolEqualityComparer.Default.Equals(versions.Newest, type))
            checking.CheckVersions(known, versions);
    }
}

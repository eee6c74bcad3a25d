using Foldstream.Generators;
using Microsoft.CodeAnalysis;

namespace Foldstream.Analyzers;

/// <summary>What the baseline's rule tells; one rule tells all of it, so that events and file are read once.</summary>
internal static class BaselineDescriptors
{
    private const string WaysOut = "raise the version and write an upcaster from this one, undo the change, or remove the version from events/schema.json if none was ever stored";

    public static readonly DiagnosticDescriptor Malformed = Describe.Error(
        RuleIds.MalformedBaseline,
        "The schema baseline can be read",
        "The schema baseline {0} cannot be read: {1}");

    public static readonly DiagnosticDescriptor RemovedEvent = Describe.Error(
        RuleIds.RemovedEvent,
        "Events of the baseline are still there",
        "{0}");

    public static readonly DiagnosticDescriptor BrokenMember = Breaking(
        RuleIds.BrokenMember, "Members of a stored version stay as they are");

    public static readonly DiagnosticDescriptor BrokenEnum = Breaking(
        RuleIds.BrokenEnum, "Members of a stored enum stay");

    public static readonly DiagnosticDescriptor BrokenDiscriminator = Breaking(
        RuleIds.BrokenDiscriminator, "Discriminators of a stored version stay");

    public static readonly DiagnosticDescriptor Uncovered = Describe.Error(
        RuleIds.UncoveredVersion,
        "Every version of the baseline can be read",
        "Version {0} of event '{1}' may be stored, and cannot be read: write '{2}', or remove the version from events/schema.json if none was ever stored");

    public static readonly DiagnosticDescriptor Outdated = Describe.Warning(
        RuleIds.OutdatedBaseline,
        "The schema baseline is up to date",
        "events/schema.json does not know this of event '{0}': {1}; apply the fix or run 'dotnet build -t:FoldstreamBaseline', and commit the file");

    public static DiagnosticDescriptor Of(SchemaDifference difference) => difference.Change switch
    {
        SchemaChange.EnumMemberRemoved or SchemaChange.EnumNoLongerFlags => BrokenEnum,
        SchemaChange.DiscriminatorChanged or SchemaChange.CaseRemoved => BrokenDiscriminator,
        _ => BrokenMember,
    };

    private static DiagnosticDescriptor Breaking(string id, string title) =>
        Describe.Error(id, title, "Version {0} of event '{1}' may be stored, and {2}: " + WaysOut);
}

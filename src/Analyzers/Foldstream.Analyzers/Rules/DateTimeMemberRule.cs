using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A point in time without the offset that makes it one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DateTimeMemberRule() : EventRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Warning(
        RuleIds.DateTimeMember,
        "Points in time have an offset",
        "'{0}' of event '{1}' is a DateTime, which may mean any time zone once it is read elsewhere: make it a DateTimeOffset, or a DateOnly where only the day counts");

    private const string JsonIgnore = "System.Text.Json.Serialization.JsonIgnoreAttribute";

    protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol @event, AttributeData attribute)
    {
        foreach (var property in JsonMembers.PropertiesOf(@event))
        {
            if (IsDateTime(property.Type) && property.Find(JsonIgnore) is null)
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, property.OfOwn(@event, attribute.MarkedType(@event)), property.Name, @event.Short()));
        }
    }

    private static bool IsDateTime(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_DateTime
        || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && IsDateTime(nullable.TypeArguments[0]);
}
